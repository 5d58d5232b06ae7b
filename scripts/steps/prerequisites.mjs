import { SetupError } from '../lib/log.mjs';
import { npmCommand, output } from '../lib/run.mjs';
import { findPython, oldestPython } from '../lib/find-python.mjs';
import { atLeast } from '../lib/version.mjs';
import { npmPackages } from './npm-packages.mjs';
import { python } from './python.mjs';

const oldestNpm = '10.0.0';

/** Looks only when a later step will use what it looks for; Node itself was checked before this file. */
export const prerequisites = {
  name: 'prerequisites',
  title: 'Vérifier npm et Python',
  needed: (o) => npmPackages.needed(o) || python.needed(o),
  says: () => ({ downloadMB: 0, diskMB: 0, minutes: 0 }),
  async run() {
    const problems = [await npmProblem(), await pythonProblem()].filter(Boolean);
    if (problems.length > 0) throw new SetupError(problems.join('\n\n'));
  },
};

async function npmProblem() {
  const [command, ...args] = npmCommand();
  const found = await output(command, [...args, '--version']);
  if (found !== null && atLeast(found, oldestNpm)) return null;
  return [
    `Vérification de npm : trouvé ${found ?? 'rien'}, il faut ${oldestNpm} ou plus. Pour l’obtenir :`,
    '  partout        : npm install --global npm@10 (ou Node 22, qui le contient)',
    '  Debian/Ubuntu  : sudo apt install npm ; Fedora : sudo dnf install nodejs22-npm',
    '  macOS          : brew install node@22 ; Windows : dans WSL, comme Debian/Ubuntu',
  ].join('\n');
}

async function pythonProblem() {
  const { best, seen } = await findPython();
  if (best) return null;
  const old = seen.find((python) => !python.recent);
  const bare = seen.find((python) => python.recent && !python.venv);
  if (bare) {
    return [
      `Vérification de Python : trouvé ${bare.version} (${bare.command}), mais son module venv ne peut pas`,
      'créer d’environnement (ensurepip manque). Pour l’obtenir :',
      '  Debian/Ubuntu  : sudo apt install python3-venv',
      '  Fedora         : sudo dnf install python3 python3-pip',
      '  macOS          : brew install python@3.12 ; Windows : dans WSL, comme Debian/Ubuntu',
    ].join('\n');
  }
  return [
    `Vérification de Python : trouvé ${old ? `${old.version} (${old.command})` : 'rien'}, il faut Python ` +
      `${oldestPython} ou plus, avec venv. Pour l’obtenir :`,
    '  Debian/Ubuntu  : sudo apt install python3 python3-venv',
    '  Fedora         : sudo dnf install python3',
    '  macOS          : brew install python@3.12',
    '  Windows        : dans WSL (« wsl --install »), comme Debian/Ubuntu',
  ].join('\n');
}
