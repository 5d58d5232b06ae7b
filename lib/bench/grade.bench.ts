/** grade: the solutions of all lessons, handed in by one student, are graded under 20 s on two cores. */
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { defineBench } from './harness';

const root = path.join(__dirname, '..', '..');
const solutions = path.join(root, 'solutions');
const notebooks = readdirSync(solutions).filter((file) => file.endsWith('.ipynb'));
const oneStudent = 'one student, all solutions';
const isolated = spawnSync('bwrap', ['--version']).status === 0;
let folder = '';

/** Everything handed in, nothing lost (a bonus comes on top): a grade that is not whole is not a time either. */
function assertWhole(out: string): void {
  const [, row = ''] = readFileSync(path.join(out, 'grades.csv'), 'utf8').trim().split('\n');
  const [total, max] = row.split(',').slice(-2);
  if (!(Number(max) > 0 && Number(total) >= Number(max))) {
    throw new Error(`grade.bench: our own solutions earned ${total ?? 'nothing'} of ${max ?? '?'}`);
  }
}

export default defineBench({
  cases: () => [
    {
      name: oneStudent,
      about: `${notebooks.length} notebooks; npm run grade --jobs 2`,
      rounds: 5,
      turnMs: 0,
      warmUpMs: 0,
      setUp: () => {
        folder = mkdtempSync(path.join(tmpdir(), 'convolab-bench-'));
        mkdirSync(path.join(folder, 'handed-in', 'student'), { recursive: true });
        for (const file of notebooks) {
          cpSync(path.join(solutions, file), path.join(folder, 'handed-in', 'student', file));
        }
      },
      tearDown: () => rmSync(folder, { recursive: true }),
      contenders: {
        grade: {
          missing: isolated ? undefined : 'no bubblewrap here',
          beforeTurn: () => rmSync(path.join(folder, 'grades'), { recursive: true, force: true }),
          // All of the command: judges started, our own solutions checked, a sandbox for each exercise.
          run: () => {
            execFileSync(
              process.execPath,
              [
                path.join(root, 'packages', 'grader', 'bin', 'grade.js'),
                path.join(folder, 'handed-in'),
                ...['--out', path.join(folder, 'grades'), '--jobs', '2'],
              ],
              { stdio: ['ignore', 'ignore', 'inherit'] },
            );
            assertWhole(path.join(folder, 'grades'));
          },
        },
      },
    },
  ],
  gates: [
    {
      claim: 'one student with all solutions is graded in',
      figure: (results) => results.medianMs(oneStudent, 'grade') / 1000,
      atMost: 20,
      stretch: 10,
      unit: 's',
    },
  ],
});
