import { mkdirSync } from 'node:fs';
import { serverArguments } from '../lib/arguments.mjs';
import { bold, green, say, warn } from '../lib/log.mjs';
import { inRoot } from '../lib/paths.mjs';
import { setUp } from '../lib/set-up.mjs';
import { choosePort } from '../jupyter/free-port.mjs';
import { openBrowser } from '../jupyter/open-browser.mjs';
import { serveJupyter } from '../jupyter/serve.mjs';
import { untilStopped } from '../jupyter/until-stopped.mjs';
import { missingDatasets } from '../steps/datasets.mjs';
import { pureWarning, tensorflowRecord } from '../tensorflow/record.mjs';
import { fillWork } from '../work/fill.mjs';
import { workSources } from '../work/sources.mjs';

const help = `Exemple : npm start
          npm start -- --port 8899 --no-browser

Installe ce qui manque, remplit work/ (leçons et exercices, jamais par-dessus votre travail), puis ouvre
JupyterLab. Ctrl-C l’arrête.

  --port N       port de JupyterLab (sinon : le premier libre à partir de 8888)
  --no-browser   n’ouvre pas le navigateur ; l’adresse est affichée
  --help         cette aide`;

export async function main(args) {
  const o = serverArguments(args);
  if (o.help) {
    say(help);
    return 0;
  }
  const port = await choosePort(o.port);
  const fresh = await setUp();
  if (!fresh) remindOfWhatIsMissing();
  const work = inRoot('work');
  mkdirSync(work, { recursive: true });
  sayFilled(fillWork(workSources(), work));
  const server = await serveJupyter({ folder: work, port });
  // Before a word is said: whoever reads it may press Ctrl-C at once.
  const ended = untilStopped(server, () => say('\nArrêt de JupyterLab…'));
  say(`\n${green('JupyterLab est prêt :')} ${bold(server.url)}`);
  say('Vos leçons et exercices sont dans work/. Ctrl-C pour arrêter.');
  if (o.browser) openBrowser(server.url);
  return ended;
}

function remindOfWhatIsMissing() {
  const record = tensorflowRecord();
  if (record?.engine === 'pure') warn(pureWarning(record.why));
  const missing = Object.keys(missingDatasets());
  if (missing.length > 0)
    warn(`Données absentes : ${missing.join(', ')}. Pour réessayer : npm run setup`);
}

function sayFilled(done) {
  const count = (what) => done.filter((action) => action.done === what).length;
  if (count('copied') > 0) say(`work/ : ${count('copied')} fichier(s) ajouté(s).`);
  if (count('updated') > 0)
    say(`work/ : ${count('updated')} fichier(s) mis à jour (vous ne les aviez pas modifiés).`);
  for (const { to, beside } of done.filter((action) => action.done === 'beside')) {
    say(
      `work/${to} : vous l’avez modifié, il reste tel quel ; la nouvelle édition est à côté : work/${beside}`,
    );
  }
}
