import { exists } from '../lib/files.mjs';
import { findPython } from '../lib/find-python.mjs';
import { inRoot, venvBin } from '../lib/paths.mjs';
import { npmCommand, output, which } from '../lib/run.mjs';
import { sha256File } from '../lib/sha256.mjs';
import { folderOf, isComplete, manifest } from '../datasets/manifest.mjs';
import { build } from '../steps/build.mjs';
import { howToGet } from '../steps/datasets.mjs';
import { npmPackages } from '../steps/npm-packages.mjs';
import { python } from '../steps/python.mjs';
import { tryAddon } from '../tensorflow/addon.mjs';
import { addonInstalled, tensorflowRecord } from '../tensorflow/record.mjs';

const setup = 'npm run setup';
const ok = (found) => ({ state: 'ok', found });
const missing = (found, without, next = setup) => ({ state: 'missing', found, without, next });
const optional = (found, without, next = setup) => ({ state: 'optional', found, without, next });

/** What doctor looks at, in order. Unlike set-up's own checks these start programs and read files whole. */
export const checks = [
  { title: 'Node', look: async () => ok(process.versions.node) },
  {
    title: 'npm',
    look: async () =>
      ok((await output(...program(npmCommand(), '--version')))?.split('\n').pop() ?? '?'),
  },
  { title: 'Python', look: lookAtPython },
  {
    title: 'Paquets npm',
    look: async () =>
      npmPackages.needed()
        ? missing('incomplets', 'rien ne fonctionne')
        : ok('conformes au fichier de verrouillage'),
  },
  { title: 'JupyterLab', look: lookAtJupyter },
  { title: 'Noyau TypeScript', look: lookAtKernel },
  { title: 'TensorFlow', look: lookAtTensorflow },
  ...manifest().map((entry) => ({
    title: `Données « ${entry.id} »`,
    look: () => lookAtDataset(entry),
  })),
  // To grade and to test; the student edition does neither.
  ...(exists(inRoot('packages', 'grader'))
    ? [
        { title: 'Bac à sable (bubblewrap)', look: lookAtSandbox },
        { title: 'Chromium', look: lookAtChromium },
      ]
    : []),
];

const program = ([command, ...first], ...args) => [command, [...first, ...args]];

async function lookAtPython() {
  const { best } = await findPython();
  if (best) return ok(`${best.version} (${best.command})`);
  return missing(
    'aucun Python 3.10 ou plus avec venv',
    'JupyterLab ne peut pas être installé',
    'sudo apt install python3-venv (Debian/Ubuntu)',
  );
}

async function lookAtJupyter() {
  const without = 'pas de JupyterLab ; « npx nbts run » exécute quand même un notebook';
  if (!exists(venvBin('python'))) return missing('absent', without);
  const version = await output(venvBin('python'), [
    '-c',
    'import jupyterlab; print(jupyterlab.__version__)',
  ]);
  return version ? ok(version) : missing('.venv est incomplet', without);
}

async function lookAtKernel() {
  if (python.needed())
    return missing('pas déclaré à JupyterLab', 'les notebooks s’ouvrent mais ne s’exécutent pas');
  if (build.needed())
    return missing('à reconstruire', 'les notebooks s’ouvrent mais ne s’exécutent pas');
  return ok('construit et déclaré');
}

async function lookAtTensorflow() {
  const without =
    'JavaScript pur, entraînement très lent (environ 8 s par pas de LeNet-5) ; la leçon 1.2 n’en souffre pas';
  const version = addonInstalled() ? await tryAddon() : null;
  if (version) return ok(`natif, ${version}`);
  const why = tensorflowRecord()?.why?.join(' ; ');
  return optional(`pas de bibliothèque native${why ? ` (${why})` : ''}`, without);
}

async function lookAtDataset(entry) {
  const get = howToGet(entry);
  if (!isComplete(entry)) {
    const size = entry.optional ? ` (facultatives, ${Math.round(entry.bytes / 1e6)} Mo)` : '';
    return optional(`absentes ou incomplètes${size}`, entry.without, get);
  }
  for (const file of entry.files) {
    if ((await sha256File(`${folderOf(entry)}/${file.to}`)) === file.sha256) continue;
    const next = `supprimez datasets/cache/${entry.id}, puis ${get}`;
    return optional(`${file.to} est abîmé (sha256)`, entry.without, next);
  }
  return ok(`${entry.files.length} fichiers, sommes vérifiées`);
}

async function lookAtSandbox() {
  const next =
    'sudo apt install bubblewrap (Debian/Ubuntu), sudo dnf install bubblewrap (Fedora) ; macOS, Windows : pas de bubblewrap, notez dans une machine Linux ou dans WSL';
  const without =
    'la notation (npm run grade) s’arrête, sauf avec --unsafe-no-sandbox ; leçons et exercices fonctionnent';
  const path = which('bwrap');
  if (!path) return optional('absent', without, next);
  const works = await output(path, ['--ro-bind', '/', '/', '--unshare-all', 'true']);
  if (works === null)
    return optional(
      `${path} est là mais ne peut pas isoler un programme`,
      without,
      'autorisez les espaces de noms non privilégiés',
    );
  return ok(path);
}

async function lookAtChromium() {
  const path =
    process.env.CONVOLAB_CHROMIUM ??
    ['chromium', 'chromium-browser', 'google-chrome'].map(which).find(Boolean);
  if (path && exists(path)) return ok(path);
  return optional(
    'absent',
    'les tests dans un navigateur (npm test -- browser) échouent ; tout le reste fonctionne',
    'sudo apt install chromium (Debian/Ubuntu), sudo dnf install chromium (Fedora)',
  );
}
