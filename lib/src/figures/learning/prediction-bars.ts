import { impossible } from '../../errors';
import { crossEntropy } from '../../ops/cross-entropy';
import type { Figure } from '../figure';
import { Board } from '../paint/board';
import { seriesColours, softInk } from '../paint/colours';
import { buttonsFor } from '../paint/controls';
import { numberText } from '../paint/numbers';
import { polygonTrace } from '../paint/traces/lines';
import { wordsTrace, type Label } from '../paint/traces/words';
import type { PlotlyObject } from '../plotly-object';

const row = 48;
const top = 76;
const full = 300;
const [blue, orange, green] = seriesColours;

/**
 * Predictions as bars under the wanted distribution, with what each class adds to the cross-entropy,
 * and below H(P, Q) cut into H(P) and KL(P, Q). A button for each prediction.
 *
 * @param target P: wanted probabilities, `[classes]`
 * @param predictions name and Q, `[classes]` each
 * @param classes names of the classes
 * @throws RangeError when lengths differ or a row is not made of probabilities
 *
 * @example
 * ```ts
 * predictionBars([1, 0], { Q: [0.4, 0.6] }, ['chat', 'chien']).alt.split('\n')[1];
 * // => 'H(P, Q) = 0,9163 = H(P) 0 + KL(P, Q) 0,9163'
 * ```
 */
export function predictionBars(
  target: readonly number[],
  predictions: Record<string, readonly number[]>,
  classes: readonly string[] = target.map((_, i) => `classe ${i}`),
): Figure {
  const named = Object.entries(predictions).map(([name, q]) => ({ name, ...split(target, q) }));
  const first = named[0];
  if (first === undefined || classes.length !== target.length) {
    throw new RangeError(
      impossible(
        'dessiner les prédictions',
        `il y a ${named.length} prédiction(s), ${classes.length} noms de classe et ${target.length} probabilités voulues`,
        'donnez au moins une prédiction, et un nom par classe',
      ),
    );
  }
  const left = 40 + Math.max(...classes.map((name) => name.length)) * 8.6;
  const bottom = top + classes.length * row + 16;
  const finite = named.map(({ cross }) => cross).filter(Number.isFinite);
  const scale = full / Math.max(0.1, ...finite);
  const board = new Board(left + full + 420, bottom + 84);
  const draw = ({ name, q, cross, own }: (typeof named)[number]): PlotlyObject[] => {
    const bar = (x: number, y: number, width: number, fill: string, height = 15): PlotlyObject =>
      polygonTrace(
        [
          [x, y],
          [x + width, y],
          [x + width, y + height],
          [x, y + height],
        ],
        fill,
      );
    // A part of the strip is named on it where there is room.
    const segment = (text: string, x: number, width: number): Label[] =>
      width < 8 * text.length
        ? []
        : [{ x: x + width / 2, y: bottom + 45, text, size: 12, colour: '#ffffff' }];
    const kl = Math.min(full * 1.1, (cross - own) * scale);
    const words: Label[] = classes.flatMap((className, i) => {
      const y = top + (i + 0.5) * row;
      const [p, share] = [target[i]!, q[i]!];
      const right = left + full + 70;
      return [
        { x: left - 10, y, text: className, align: 'right' },
        {
          x: left + p * full + 6,
          y: y - 10,
          text: `P = ${numberText(p, 3)}`,
          size: 12,
          align: 'left',
        },
        {
          x: left + share * full + 6,
          y: y + 9,
          text: `<b>Q = ${numberText(share, 3)}</b>`,
          size: 12,
          align: 'left',
        },
        {
          x: right,
          y,
          text: termOf(p, share),
          size: 13,
          align: 'left',
          ...(p === 0 ? { colour: softInk } : {}),
        },
      ];
    });
    return [
      ...classes.flatMap((_, i) => {
        const y = top + (i + 0.5) * row;
        return [
          bar(left, y - 18, target[i]! * full, '#ffffff'),
          bar(left, y + 1, q[i]! * full, blue),
        ];
      }),
      bar(left, bottom + 34, own * scale, green, 22),
      bar(left + own * scale, bottom + 34, kl, orange, 22),
      wordsTrace([
        { x: 24, y: 20, text: `<b>${name}</b>`, size: 15, align: 'left' },
        ...words,
        ...segment('H(P)', left, own * scale),
        ...segment('KL(P, Q)', left + own * scale, kl),
        { x: left - 10, y: bottom + 45, text: 'H(P, Q)', align: 'right' },
        {
          x: left,
          y: bottom + 14,
          text: `H(P, Q) = H(P) + KL(P, Q) = ${numberText(own, 4)} + ${numberText(cross - own, 4)} = <b>${numberText(cross, 4)}</b>`,
          align: 'left',
        },
      ]),
    ];
  };
  board.words([
    {
      x: left,
      y: 52,
      text: 'P : voulu (barre blanche)\u00a0\u00a0\u00a0Q : prédit (barre bleue)',
      size: 12,
      colour: softInk,
      align: 'left',
    },
    {
      x: left + full + 70,
      y: 52,
      text: 'ce que la classe ajoute',
      size: 12,
      colour: softInk,
      align: 'left',
    },
  ]);
  const traces = draw(first).map((trace) => board.add(trace));
  const frames = named.map((one) => ({ name: one.name, data: draw(one), traces }));
  const several = named.length > 1;
  return board.figure({
    alt: named.map((one) => inWords(one, target, classes)).join('\n'),
    ...(several ? { frames, controls: buttonsFor(frames, Object.keys(predictions)) } : {}),
  });
}

function split(
  target: readonly number[],
  q: readonly number[],
): { q: readonly number[]; cross: number; own: number } {
  const cross = crossEntropy([...q], [...target]) + 0;
  return { q, cross, own: crossEntropy([...target], [...target]) + 0 };
}

function termOf(p: number, q: number): string {
  if (p === 0) return '0 : P = 0, ne compte pas';
  return `−${numberText(p, 3)} × ln ${numberText(q, 3)} = ${numberText(-p * Math.log(q) + 0, 3)}`;
}

function inWords(
  { name, q, cross, own }: { name: string; q: readonly number[]; cross: number; own: number },
  target: readonly number[],
  classes: readonly string[],
): string {
  return [
    name,
    `H(P, Q) = ${numberText(cross, 4)} = H(P) ${numberText(own, 4)} + KL(P, Q) ${numberText(cross - own, 4)}`,
    ...classes.map(
      (c, i) =>
        `  ${c} : P ${numberText(target[i]!, 3)}, Q ${numberText(q[i]!, 3)} ; ${termOf(target[i]!, q[i]!)}`,
    ),
  ].join('\n');
}
