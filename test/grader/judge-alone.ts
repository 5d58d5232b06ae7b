/**
 * Judges one exercise in the real sandbox, in a process of its own so that its memory can be told: the
 * solution of a lesson, handed in by a student. Prints what it earned, and the most memory that all processes
 * took together.
 *
 * node --require tsx/cjs test/grader/judge-alone.ts LESSON EXERCISE
 */
import { join } from 'node:path';
import { residentBytes } from '@convolab/submission';
import { loadAssignments } from '../../packages/grader/src/assignment/load-assignment';
import { judgeBytes } from '../../packages/grader/src/judge/judge-submission';
import { Workbench } from '../../packages/grader/src/judge/workbench';
import { BubblewrapSandbox } from '../../packages/grader/src/sandbox/sandbox';

const root = join(__dirname, '..', '..');
const [lesson, exercise] = process.argv.slice(2);

async function main(): Promise<void> {
  const assignment = loadAssignments(root).find((each) => each.lesson === lesson)!;
  const exercises = assignment.exercises.filter(({ id }) => id === exercise);
  const cells = assignment.cells.map(({ id, solution }) => ({
    ...{ cell_type: 'code', id },
    source: solution,
  }));
  const notebook = Buffer.from(JSON.stringify({ nbformat: 4, nbformat_minor: 5, cells }));
  const sandbox = new BubblewrapSandbox();
  const bench = new Workbench({ sandbox, root, timeoutMs: 30_000, compileTimeoutMs: 30_000 });
  let peak = 0;
  const look = (): void => {
    peak = Math.max(peak, residentBytes(process.pid));
  };
  const timer = setInterval(look, 20);
  try {
    const { exercises: results } = await judgeBytes({ ...assignment, exercises }, notebook, bench);
    look();
    const [{ points, max, reasons, criteria }] = results as [(typeof results)[number]];
    const passed = criteria.filter((each) => each.points === each.max).map(({ name }) => name);
    console.log(JSON.stringify({ points, max, reasons, passed, peak }));
  } finally {
    clearInterval(timer);
    await bench.close();
    sandbox.close();
  }
}

void main();
