import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { z } from 'zod';
import { answerCells, type AnswerCell } from '../reference';

/** A reference answer with one place changed, as Stryker changes them. */
export interface AutomaticMutant {
  exercise: string;
  /** The text of the answer cell, and the same changed. */
  source: string;
  text: string;
  /** Stryker's word for the kind of change. */
  mutator: string;
  /** The line or lines that are changed, blanks evened out, and what they become. */
  line: string;
  becomes: string;
}

const changesSchema = z.array(
  z.array(
    z.object({
      mutator: z.string(),
      start: z.number(),
      end: z.number(),
      replacement: z.string(),
    }),
  ),
);
type Change = z.infer<typeof changesSchema>[number][number];

/**
 * Every mutant of a lesson's reference answers that Stryker knows, in the order of the text.
 *
 * @throws Error when Stryker cannot read an answer
 */
export function automaticMutants(lesson: string): AutomaticMutant[] {
  const cells = answerCells(lesson);
  const input = JSON.stringify(
    cells.map(({ exercise, source }) => ({ name: `${exercise}.ts`, content: source })),
  );
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(__dirname, 'instrument.mjs')],
    { input, encoding: 'utf8', maxBuffer: 2 ** 28 },
  );
  if (status !== 0) {
    throw new Error(
      `Cannot make the mutants of ${lesson}: the instrumenter stopped; mend what it says:\n${stderr}`,
    );
  }
  const changes = changesSchema.parse(JSON.parse(stdout));
  return cells.flatMap((cell, i) => changes[i]!.map((change) => mutantOf(cell, change)));
}

function mutantOf({ exercise, source }: AnswerCell, change: Change): AutomaticMutant {
  const { mutator, start, end } = change;
  // `a && b && c` with its first sign changed is `(a || b) && c`.
  const replacement =
    mutator === 'LogicalOperator' ? `(${change.replacement})` : change.replacement;
  const [before, after] = [source.slice(0, start), source.slice(end)];
  const lineStart = before.lastIndexOf('\n') + 1;
  const lineEnd = after.includes('\n') ? end + after.indexOf('\n') : source.length;
  return {
    exercise,
    source,
    text: before + replacement + after,
    mutator,
    line: even(source.slice(lineStart, lineEnd)),
    becomes: even(source.slice(lineStart, start) + replacement + source.slice(end, lineEnd)),
  };
}

const even = (text: string): string => text.replace(/\s+/g, ' ').trim();
