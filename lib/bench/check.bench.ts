/**
 * check: in a warm notebook, the check of an exercise answers under half a second (median over all).
 *
 * Timed as a student waits for it: the check cell of a solved notebook is compiled, run and shown by the
 * evaluator that the kernel stands on, after the cells before it have run.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { Evaluator } from 'nbconvert-ts-runner';

import { defineBench, type Case } from './harness';
import { median } from './harness/statistics';

const root = path.join(__dirname, '..', '..');
const solutions = path.join(root, 'solutions');

interface CodeCell {
  source: string;
  role: string | undefined;
  exercise: string | undefined;
}

function codeCells(file: string): CodeCell[] {
  const { cells } = JSON.parse(readFileSync(path.join(solutions, file), 'utf8')) as {
    cells: {
      cell_type: string;
      source: string[];
      metadata: { convolab?: { role?: string; exercise?: string } };
    }[];
  };
  return cells
    .filter((cell) => cell.cell_type === 'code')
    .map(({ source, metadata: { convolab } }) => ({
      source: source.join(''),
      role: convolab?.role,
      exercise: convolab?.exercise,
    }));
}

const checks = readdirSync(solutions)
  .filter((file) => file.endsWith('.ipynb'))
  .flatMap((file) => {
    const cells = codeCells(file);
    return cells.flatMap(({ source, role, exercise }) =>
      role === 'check' && exercise !== undefined ? [{ exercise, source, cells }] : [],
    );
  });

function caseOf({ exercise, source, cells }: (typeof checks)[number]): Case {
  let evaluator: Evaluator;
  let shown = '';
  return {
    name: exercise,
    turnMs: 0,
    setUp: async () => {
      evaluator = new Evaluator({
        cwd: path.join(root, 'exercises'),
        onOutput: (output) => {
          if ('data' in output) shown += String(output.data['text/plain']);
        },
      });
      for (const cell of cells) {
        if (cell.role !== 'check') await evaluator.run(cell.source);
      }
    },
    tearDown: () => evaluator.close(),
    contenders: {
      check: {
        // The answer is run anew before each check, as by somebody who works on it.
        beforeTurn: async () => {
          for (const cell of cells) {
            if (cell.role === 'answer' && cell.exercise === exercise)
              await evaluator.run(cell.source);
          }
        },
        run: async () => {
          shown = '';
          const { error } = await evaluator.run(source);
          if (error !== undefined || !shown.startsWith(`✓ ${exercise}`)) {
            throw new Error(`The check of ${exercise} fails: ${error?.evalue ?? shown}`);
          }
        },
      },
    },
  };
}

export default defineBench({
  cases: () => checks.map(caseOf),
  gates: [
    {
      claim: 'the check of an exercise answers, at the median over all',
      figure: (results) =>
        median(checks.map(({ exercise }) => results.medianMs(exercise, 'check'))),
      atMost: 500,
      unit: 'ms',
    },
  ],
});
