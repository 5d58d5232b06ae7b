import { avgPool2d } from '../../ops/avg-pool2d';
import { maxPool2d } from '../../ops/max-pool2d';
import { cellsCovered, type PoolPlan } from '../../ops/pool-plan';
import type { PoolOptions } from '../../ops/pool-plan';
import { sumPool2d } from '../../ops/sum-pool2d';
import { listText, numberText, sumText, termText } from '../paint/numbers';

/** The three poolings, as the figure calls them and computes them. */
export const poolModes = {
  max: { title: 'Maximum', pool: maxPool2d, words: maxWords },
  average: { title: 'Moyenne', pool: avgPool2d, words: averageWords },
  sum: { title: 'Somme', pool: sumPool2d, words: sumWords },
} satisfies Record<
  string,
  {
    title: string;
    pool: (input: number[][], options: PoolOptions) => number[][];
    words: (values: number[], result: number) => string;
  }
>;

/** What `poolingWindow` can keep of a window. */
export type PoolMode = keyof typeof poolModes;

/** One place of the window. */
export interface PoolStep {
  /** Top left cell of the window, counted from the image's; negative in the padding. */
  row: number;
  column: number;
  /** Which cell of the result it gives. */
  outRow: number;
  outColumn: number;
  /** The numbers of the image under the window, row by row; padding has none. */
  values: number[];
}

/** All places of the window, row by row. */
export function poolSteps(input: number[][], { rows, cols }: PoolPlan): PoolStep[] {
  return Array.from({ length: rows.outputSize * cols.outputSize }, (_, i) => {
    const [outRow, outColumn] = [Math.floor(i / cols.outputSize), i % cols.outputSize];
    return {
      row: outRow * rows.stride - rows.before,
      column: outColumn * cols.stride - cols.before,
      outRow,
      outColumn,
      values: input
        .slice(...cellsCovered(rows, outRow))
        .flatMap((line) => line.slice(...cellsCovered(cols, outColumn))),
    };
  });
}

/** The part of a result that is there after `upTo` steps; `null` where none has come yet. */
export function resultUpTo(
  result: number[][],
  steps: readonly PoolStep[],
  upTo: number,
): (number | null)[][] {
  const shown: (number | null)[][] = result.map((row) => row.map(() => null));
  for (const { outRow, outColumn } of steps.slice(0, upTo + 1)) {
    shown[outRow]![outColumn] = result[outRow]![outColumn]!;
  }
  return shown;
}

/** « Maximum : max(15, 20, 18, 0) = 20 ». */
export function stepWords(mode: PoolMode, step: PoolStep, result: number[][]): string {
  const { title, words } = poolModes[mode];
  return `${title} : ${words(step.values, result[step.outRow]![step.outColumn]!)}`;
}

function maxWords(values: number[], result: number): string {
  return `max(${listText(values).slice(1, -1)}) = ${numberText(result)}`;
}

function averageWords(values: number[], result: number): string {
  if (values.length === 1) return `${numberText(result)} (une seule case)`;
  return `(${values.map(termText).join(' + ')}) / ${values.length} = ${numberText(result)}`;
}

function sumWords(values: number[], result: number): string {
  return values.length === 1 ? `${numberText(result)} (une seule case)` : sumText(values);
}
