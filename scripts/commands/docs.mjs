import { spawnSync } from 'node:child_process';
import { say } from '../lib/log.mjs';
import { inCache, inRoot, root } from '../lib/paths.mjs';
import { setUp } from '../lib/set-up.mjs';

const help = `Example: npm run docs

Writes the reference of @convolab/lib, and of its doors, to .cache/docs (open .cache/docs/index.html).
Exit code 1 when something public has no doc comment, or a link leads nowhere: npm run check asks for
the same. What it covers is in typedoc.config.mjs.`;

export async function main(args) {
  if (args.length > 0) {
    say(args[0] === '--help' ? help : `Reading the options: docs takes none.\n\n${help}`);
    return args[0] === '--help' ? 0 : 2;
  }
  await setUp();
  const typedoc = inRoot('node_modules', 'typedoc', 'bin', 'typedoc');
  const { status } = spawnSync(process.execPath, [typedoc], { cwd: root, stdio: 'inherit' });
  if (status !== 0) return 1;
  say(`Open ${inCache('docs', 'index.html')}`);
  return 0;
}
