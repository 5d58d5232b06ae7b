import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { exists, readJson, writeWhole } from '../lib/files.mjs';
import { findPython } from '../lib/find-python.mjs';
import { inRoot, root, venv, venvBin } from '../lib/paths.mjs';
import { folderBytes, megabytes } from '../lib/progress.mjs';
import { run } from '../lib/run.mjs';
import { sha256Text } from '../lib/sha256.mjs';
import { htmlExport } from '../jupyter/html-export.mjs';
import { kernelSpec, labSettings } from '../jupyter/kernel-spec.mjs';
import { labExtension, labExtensionFolder } from '../jupyter/lab-extension.mjs';

const requirements = inRoot('scripts', 'requirements.txt');
const stamp = join(venv, 'convolab.json');

/** A virtual environment holds absolute paths: a clone that was moved needs a new one. */
const wanted = () => ({
  root,
  node: process.execPath,
  htmlExport: htmlExport(),
  labExtension: sha256Text(JSON.stringify(labExtension())),
  requirements: sha256Text(readFileSync(requirements)),
});

export const python = {
  name: 'python',
  title: 'Installer JupyterLab dans .venv',
  needed() {
    return (
      JSON.stringify(readJson(stamp)) !== JSON.stringify(wanted()) || !exists(venvBin('python'))
    );
  },
  says: () => ({ downloadMB: 60, diskMB: 320, minutes: 1 }),
  async run() {
    const found = readJson(stamp);
    if (
      found?.requirements !== wanted().requirements ||
      found.root !== root ||
      !exists(venvBin('python'))
    ) {
      await install();
    }
    writeSettings();
    writeWhole(stamp, JSON.stringify(wanted()));
  },
};

async function install() {
  const { best } = await findPython();
  rmSync(venv, { recursive: true, force: true });
  await run(best.command, ['-m', 'venv', venv], {
    log: 'venv',
    label: 'création de .venv',
    doing: 'Création de l’environnement Python',
    next: 'Sous Debian/Ubuntu : sudo apt install python3-venv ; puis relancez la même commande.',
  });
  const args = [
    '-m',
    'pip',
    'install',
    '--require-hashes',
    '--disable-pip-version-check',
    '-r',
    requirements,
  ];
  await run(venvBin('python'), args, {
    log: 'pip-install',
    label: 'pip install',
    measure: () => megabytes(folderBytes(venv)),
    doing: 'Installation de JupyterLab',
    next: 'Vérifiez le réseau (ou le miroir PyPI configuré), puis relancez la même commande.',
  });
}

function writeSettings() {
  const share = join(venv, 'share', 'jupyter');
  const folder = join(share, 'kernels', 'tslab');
  mkdirSync(folder, { recursive: true });
  writeWhole(join(folder, 'kernel.json'), JSON.stringify(kernelSpec(), null, 2));
  writeWhole(
    join(share, 'lab', 'settings', 'overrides.json'),
    JSON.stringify(labSettings, null, 2),
  );
  for (const [name, text] of Object.entries(labExtension())) {
    const file = join(share, labExtensionFolder, name);
    mkdirSync(dirname(file), { recursive: true });
    writeWhole(file, text);
  }
  const settings = join(venv, 'etc', 'jupyter', 'jupyter_config.json');
  writeWhole(settings, JSON.stringify(htmlExport(), null, 2));
}
