import { spawn } from 'node:child_process';
import { serverArguments } from '../lib/arguments.mjs';
import { bold, green, say } from '../lib/log.mjs';
import { inRoot, root } from '../lib/paths.mjs';
import { setUp } from '../lib/set-up.mjs';
import { choosePort } from '../jupyter/free-port.mjs';
import { openBrowser } from '../jupyter/open-browser.mjs';
import { serveJupyter } from '../jupyter/serve.mjs';
import { untilStopped } from '../jupyter/until-stopped.mjs';

const help = `Example: npm run edit
         npm run edit -- --port 8899 --no-browser

Serves the repository in JupyterLab, for a contributor, and rebuilds lib/ at each change (restart the
kernel to see it). After editing a notebook: npx nbts pull. A student wants npm start.

  --port N       JupyterLab's port (else the first free one from 8888)
  --no-browser   do not open a browser; the address is printed
  --help         this text`;

export async function main(args) {
  const o = serverArguments(args);
  if (o.help) {
    say(help);
    return 0;
  }
  const port = await choosePort(o.port);
  await setUp();
  const tsc = inRoot('node_modules', 'typescript', 'bin', 'tsc');
  const watch = spawn(process.execPath, [tsc, '-b', 'lib', '--watch', '--preserveWatchOutput'], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const server = await serveJupyter({ folder: root, port });
  const ended = untilStopped(server, () => watch.kill());
  say(`\n${green('JupyterLab is ready:')} ${bold(server.url)}\nCtrl-C stops it.`);
  if (o.browser) openBrowser(server.url);
  return ended;
}
