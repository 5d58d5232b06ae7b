import type { Board } from '../paint/board';
import { hairline, seriesColours, softInk } from '../paint/colours';
import type { Box } from '../paint/grid';
import { numberText } from '../paint/numbers';
import { boxesTrace } from '../paint/traces/boxes';
import { lineTrace } from '../paint/traces/lines';
import { wordsTrace, type Label } from '../paint/traces/words';
import type { PlotlyObject } from '../plotly-object';
import { scientificText } from './scientific';

/** Logits, a temperature and the probabilities they give. */
export interface Distribution {
  logits: readonly number[];
  temperature: number;
  probabilities: readonly number[];
}

/** Where the three columns lie; the buttons have the 48 pixels above `top`. */
export const columns = { top: 52, logit: 130, exponential: 452, probability: 560, right: 770 };
const rowHeight = 34;
const firstRow = columns.top + 52;
const zeroAt = columns.logit + 135;
const logitReach = 100;

/** The lower edge of so many rows. */
export const rowTop = (rows: number): number => firstRow + rows * rowHeight;

/** « 65,9 % »; what is not quite all or nothing does not round to it. */
export function percentText(p: number): string {
  if (Number.isNaN(p)) return 'NaN';
  if (p > 0 && p < 0.0005) return '< 0,1\u00a0%';
  if (p < 1 && p > 0.9995) return '> 99,9\u00a0%';
  return `${numberText(100 * p, 1)}\u00a0%`;
}

/** What does not change: titles, names, axes. */
export function steady(board: Board, names: readonly string[], reach: number, shift = 0): void {
  const y = columns.top + 12 + shift;
  const middle = (columns.probability + columns.right) / 2;
  board.words([
    { x: zeroAt, y, text: '<b>logit z</b>' },
    { x: columns.exponential, y, text: '<b>exp(z / T)</b>' },
    { x: middle, y, text: '<b>probabilité</b>' },
    ...[-reach, 0, reach].map((z) => ({
      x: zeroAt + (z / reach) * logitReach,
      y: y + 20,
      text: numberText(z, 1),
      size: 11,
      colour: softInk,
    })),
    ...[0, 1].map((p) => ({
      x: columns.probability + p * (columns.right - columns.probability),
      y: y + 20,
      text: `${100 * p}\u00a0%`,
      size: 11,
      colour: softInk,
    })),
    ...names.map((name, i): Label => ({
      x: columns.logit - 10,
      y: rowMiddle(i) + shift,
      text: name,
      align: 'right',
      size: Math.min(14, 190 / name.length),
    })),
  ]);
  const bottom = rowTop(names.length) + shift;
  for (const x of [zeroAt, columns.probability, columns.right]) {
    board.line(
      [
        [x, firstRow + shift],
        [x, bottom],
      ],
      x === columns.right ? hairline : softInk,
      1,
    );
  }
}

/** What changes: bars and numbers. Always the same traces in the same order. */
export function drawFrame(of: Distribution, reach: number, shift = 0): PlotlyObject[] {
  const { logits, temperature, probabilities } = of;
  const box = (i: number, x: number, width: number): Box => ({
    x: Math.min(x, x + width),
    y: rowMiddle(i) - 11 + shift,
    width: Math.abs(width),
    height: 22,
  });
  const length = (z: number): number => (z / reach) * logitReach;
  const span = columns.right - columns.probability;
  const exponentials = logits.map((z) => Math.exp(z / temperature));
  const sum = exponentials.reduce((total, e) => total + e, 0);
  const foot = rowTop(logits.length) + 18 + shift;
  return [
    boxesTrace(
      logits.map((z, i) => box(i, zeroAt, length(z))),
      seriesColours[1],
    ),
    boxesTrace(
      probabilities.map((p, i) => box(i, columns.probability, p * span)),
      seriesColours[0],
    ),
    wordsTrace([
      ...logits.map((z, i): Label => ({
        x: zeroAt + length(z) + (z < 0 ? -6 : 6),
        y: rowMiddle(i) + shift,
        text: `<b>${numberText(z)}</b>`,
        align: z < 0 ? 'right' : 'left',
        size: 13,
      })),
      ...exponentials.map((e, i) => ({
        x: columns.exponential,
        y: rowMiddle(i) + shift,
        text: scientificText(e),
        size: 13,
      })),
      ...probabilities.map((p, i): Label => ({
        x: columns.probability + p * span + 6,
        y: rowMiddle(i) + shift,
        text: `<b>${percentText(p)}</b>`,
        align: 'left',
        size: 13,
      })),
      { x: zeroAt, y: foot, text: `T = ${numberText(temperature)}`, size: 13 },
      { x: columns.exponential, y: foot, text: `somme ${scientificText(sum)}`, size: 13 },
      {
        x: (columns.probability + columns.right) / 2,
        y: foot,
        text: `somme ${numberText(
          probabilities.reduce((total, p) => total + p, 0),
          4,
        )}`,
        size: 13,
      },
    ]),
    lineTrace(
      [
        [columns.exponential - 48, foot - 14],
        [columns.right, foot - 14],
      ],
      hairline,
      1,
    ),
  ];
}

function rowMiddle(row: number): number {
  return firstRow + (row + 0.5) * rowHeight;
}
