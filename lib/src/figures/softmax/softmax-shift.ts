import { softmax } from '../../ops/softmax';
import type { Figure } from '../figure';
import { Board, sheetWidth } from '../paint/board';
import { accent, ink, softInk } from '../paint/colours';
import { sliderOver } from '../paint/controls';
import { numberText } from '../paint/numbers';
import { boxesTrace } from '../paint/traces/boxes';
import { wordsTrace, type Label } from '../paint/traces/words';
import type { PlotlyObject } from '../plotly-object';
import { toVector, type VectorInput } from '../vector-input';
import { percentText } from './rows';
import { scientificText } from './scientific';

const rowHeight = 32;
const firstRow = 84;
/** Middle of each column. */
const at = { name: 20, shifted: 190, exp: 315, naive: 435, less: 570, stableExp: 680, stable: 780 };
const warning = '#fbe3ec';

/**
 * Softmax computed as the formula is written, and computed after taking the largest logit away, while
 * one constant is added to all logits: the second never changes, the first breaks.
 *
 * @param logits one number a class
 * @param options.names of the classes; by default « classe 0 », « classe 1 » …
 * @param options.shifts the constants to add, in the slider's order
 *
 * @example
 * ```ts
 * softmaxShift([2, 1, 0.1]);
 * ```
 */
export function softmaxShift(
  logits: VectorInput,
  options: { names?: readonly string[]; shifts?: readonly number[] } = {},
): Figure {
  const base = toVector(logits, 'les logits');
  const names = options.names ?? base.map((_, i) => `classe ${i}`);
  const shifts = options.shifts ?? [-1000, -100, -1, 0, 1, 10, 100, 700, 710, 1000];
  const both = shifts.map((shift) => bothWays(base, shift));
  const height = firstRow + (base.length + 1) * rowHeight + 12;
  const board = new Board(sheetWidth, height);
  steady(board, names, 0);
  const first = Math.max(0, shifts.indexOf(0));
  const indices = draw(both[first]!, 0).map((trace) => board.add(trace));
  const labels = shifts.map((shift) => numberText(shift));
  const frames = both.map((ways, i) => ({ name: labels[i], data: draw(ways, 0), traces: indices }));

  const still = new Board(sheetWidth, 2 * height + 16);
  for (const [i, ways] of [both[first]!, both.at(-1)!].entries()) {
    steady(still, names, i * (height + 16));
    for (const trace of draw(ways, i * (height + 16))) still.add(trace);
  }
  return board.figure({
    alt: both
      .map(({ shift, naive, stable }) => {
        const list = (values: readonly number[]): string => values.map(percentText).join(', ');
        return `Logits + ${numberText(shift)} : formule telle quelle ${list(naive)} ; après soustraction du maximum ${list(stable)}`;
      })
      .join('\n'),
    frames,
    controls: sliderOver(frames, labels, 'Constante ajoutée à tous les logits', {
      width: board.width,
      active: first,
    }),
    still,
  });
}

interface Ways {
  shift: number;
  shifted: number[];
  exponentials: number[];
  naive: number[];
  lessened: number[];
  stable: number[];
}

function bothWays(base: readonly number[], shift: number): Ways {
  const shifted = base.map((z) => z + shift);
  const exponentials = shifted.map((z) => Math.exp(z));
  const sum = exponentials.reduce((total, e) => total + e, 0);
  const largest = Math.max(...shifted);
  return {
    shift,
    shifted,
    exponentials,
    naive: exponentials.map((e) => e / sum),
    lessened: shifted.map((z) => z - largest),
    stable: softmax(shifted),
  };
}

function steady(board: Board, names: readonly string[], shift: number): void {
  const head = (x: number, text: string): Label => ({ x, y: 58 + shift, text, size: 13 });
  board.words([
    { x: (at.exp + at.naive) / 2, y: 30 + shift, text: '<b>la formule telle quelle</b>' },
    { x: at.stableExp, y: 30 + shift, text: '<b>après avoir retiré le maximum m</b>' },
    head(at.shifted, 'logit z'),
    head(at.exp, 'exp(z)'),
    head(at.naive, 'probabilité'),
    head(at.less, 'z − m'),
    head(at.stableExp, 'exp(z − m)'),
    head(at.stable, 'probabilité'),
    ...[...names, 'somme'].map((text, i): Label => ({
      x: at.name,
      y: rowMiddle(i) + shift,
      text,
      align: 'left',
      colour: i === names.length ? softInk : ink,
    })),
  ]);
  const rule = firstRow + names.length * rowHeight + shift;
  for (const y of [firstRow + shift, rule]) {
    board.line(
      [
        [16, y],
        [sheetWidth - 16, y],
      ],
      softInk,
      1,
    );
  }
  board.line(
    [
      [506, 44 + shift],
      [506, rule + rowHeight],
    ],
    softInk,
    1,
  );
}

function draw(ways: Ways, shift: number): PlotlyObject[] {
  const total = (values: readonly number[]): number => values.reduce((sum, v) => sum + v, 0);
  const stableExp = ways.lessened.map((z) => Math.exp(z));
  const cells: (Label & { isBroken: boolean })[] = [];
  const put = (x: number, row: number, value: number, text: string, isBold = false): void => {
    const isBroken = !Number.isFinite(value);
    const bold = isBold || isBroken;
    cells.push({
      x,
      y: rowMiddle(row) + shift,
      text: bold ? `<b>${text}</b>` : text,
      size: 13,
      colour: isBroken ? accent : ink,
      isBroken,
    });
  };
  ways.shifted.forEach((z, i) => {
    put(at.shifted, i, z, numberText(z, 1));
    put(at.exp, i, ways.exponentials[i]!, scientificText(ways.exponentials[i]!));
    put(at.naive, i, ways.naive[i]!, percentText(ways.naive[i]!), true);
    put(at.less, i, ways.lessened[i]!, numberText(ways.lessened[i]!, 1));
    put(at.stableExp, i, stableExp[i]!, scientificText(stableExp[i]!));
    put(at.stable, i, ways.stable[i]!, percentText(ways.stable[i]!), true);
  });
  const last = ways.shifted.length;
  put(at.exp, last, total(ways.exponentials), scientificText(total(ways.exponentials)));
  put(at.naive, last, total(ways.naive), percentText(total(ways.naive)));
  put(at.stableExp, last, total(stableExp), scientificText(total(stableExp)));
  put(at.stable, last, total(ways.stable), percentText(total(ways.stable)));
  const broken = cells.filter((cell) => cell.isBroken);
  return [
    boxesTrace(
      broken.map(({ x, y }) => ({ x: x - 50, y: y - 13, width: 100, height: 26 })),
      warning,
      accent,
    ),
    wordsTrace(cells),
  ];
}

function rowMiddle(row: number): number {
  return firstRow + (row + 0.5) * rowHeight;
}
