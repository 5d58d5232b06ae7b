import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { readJson } from '../lib/files.mjs';
import { inRoot } from '../lib/paths.mjs';
import { npmCommand, run } from '../lib/run.mjs';
import { packages } from './contents.mjs';

const scripts = ['start', 'setup', 'doctor', 'submit', 'build'];

/**
 * The student edition's package.json, those of its packages, and the lock file that `npm ci` wants beside them: ours
 * without what only we need.
 * @returns {Promise<Map<string, string>>} texts by path
 */
export async function studentPackages() {
  const files = new Map(packages.map((place) => [`${place}/package.json`, packageOf(place)]));
  files.set('package.json', rootPackage());
  const texts = new Map([...files].map(([path, json]) => [path, text(json)]));
  texts.set('package-lock.json', await lockOf(texts));
  return texts;
}

const text = (json) => `${JSON.stringify(json, null, 2)}\n`;

function packageOf(place) {
  const { devDependencies: _, ...json } = readJson(inRoot(place, 'package.json'));
  return json;
}

/** Cells are compiled with the types of Node: what is a tool for us is needed there. */
function rootPackage() {
  const { devDependencies, ...json } = readJson(inRoot('package.json'));
  const types = '@types/node';
  return {
    ...json,
    scripts: Object.fromEntries(scripts.map((name) => [name, json.scripts[name]])),
    dependencies: { [types]: devDependencies[types], ...json.dependencies },
  };
}

/** npm itself takes out of our lock file what these packages do not ask for; it needs no network. */
async function lockOf(texts) {
  const folder = mkdtempSync(join(tmpdir(), 'convolab-lock-'));
  try {
    for (const [path, content] of texts) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), content);
    }
    for (const name of ['package-lock.json', '.npmrc']) cpSync(inRoot(name), join(folder, name));
    const [command, ...args] = npmCommand();
    await run(command, [...args, 'install', '--package-lock-only', '--offline'], {
      log: 'release-lock',
      label: 'npm install --package-lock-only',
      cwd: folder,
      doing: 'Writing the lock file of the student edition',
      next: 'Mend package-lock.json (npm install), then run npm run release again.',
    });
    return readFileSync(join(folder, 'package-lock.json'), 'utf8');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
