/**
 * lessons: each lesson runs under a minute on two cores, those of chapter 1 together under six minutes.
 *
 * In the default profile, as `nbts run` executes them, the kernel's start included.
 */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';

import { defineBench, type Case } from './harness';

const root = path.join(__dirname, '..', '..');
const notebooks = path.join(root, 'notebooks');
const lessons = readdirSync(notebooks)
  .filter((file) => /^\d+\.\d+-.*\.ipynb$/.test(file))
  .map((file) => path.basename(file, '.ipynb'))
  .sort((a, b) => a.localeCompare(b, 'fr', { numeric: true }));
const chapter1 = lessons.filter((name) => /^[01]\./.test(name));

const nbts = path.join(root, 'packages', 'nbconvert-ts-runner', 'bin', 'nbts.js');

function caseOf(lesson: string): Case {
  let folder = '';
  return {
    name: lesson,
    rounds: 1,
    turnMs: 0,
    warmUpMs: 0,
    setUp: () => {
      // Lessons write files beside themselves. In the repo, where they find the library.
      mkdirSync(path.join(root, '.cache'), { recursive: true });
      folder = mkdtempSync(path.join(root, '.cache', 'lessons-'));
      cpSync(path.join(notebooks, `${lesson}.ipynb`), path.join(folder, `${lesson}.ipynb`));
    },
    tearDown: () => rmSync(folder, { recursive: true }),
    contenders: {
      nbts: {
        run: () =>
          execFileSync(
            process.execPath,
            [nbts, 'run', `${lesson}.ipynb`, '--out', 'executed.ipynb', '--timeout', '300'],
            {
              cwd: folder,
              env: { ...process.env, CONVOLAB_PROFIL: 'rapide' },
              stdio: ['ignore', 'ignore', 'inherit'],
            },
          ),
      },
    },
  };
}

export default defineBench({
  packages: ['@tensorflow/tfjs-node'],
  cases: ({ quick }) => (quick ? lessons.slice(0, 3) : lessons).map(caseOf),
  gates: [
    {
      claim: 'a lesson runs in',
      figure: (results) =>
        Object.fromEntries(lessons.map((name) => [name, results.medianMs(name, 'nbts') / 1000])),
      atMost: 60,
      unit: 's',
    },
    {
      claim: 'the lessons of chapter 1 run in, together',
      figure: (results) =>
        chapter1.reduce((sum, name) => sum + results.medianMs(name, 'nbts') / 1000, 0),
      atMost: 360,
      stretch: 300,
      unit: 's',
    },
  ],
});
