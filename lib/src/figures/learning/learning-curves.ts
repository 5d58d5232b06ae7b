import type { Figure } from '../figure';
import { Board } from '../paint/board';
import { hairline, seriesColours, softInk } from '../paint/colours';
import { numberText } from '../paint/numbers';

/** What a training came to, epoch by epoch: what `train` returns, or a part of it. */
export interface Course {
  /** `loss`, `accuracy`, and `valLoss`, `valAccuracy` where there is validation: a number an epoch. */
  metrics: Record<string, readonly number[]>;
}

/** What `learningCurves` takes beside the course. */
export interface CurvesOptions {
  title?: string;
  /** Length of the axis; default: the epochs that there are. */
  epochs?: number;
  /** The loss between the ends of epochs, `[epochs done, loss]`: a thin line. */
  within?: readonly (readonly [number, number])[];
  /** Said under the title. */
  note?: string;
}

const [blue, orange] = seriesColours;
const panels = [
  { key: 'loss', title: 'perte', x: 64 },
  { key: 'accuracy', title: 'exactitude', x: 494 },
] as const;
const box = { y: 84, width: 350, height: 236 };

/**
 * The learning curves of a training: loss and accuracy over the training set and, where there is one,
 * the validation set. A training point is a mean over its epoch and stands in the middle of it; a
 * validation point is measured at the end of the epoch and stands there.
 *
 * @example
 * ```ts
 * const metrics = { loss: [2, 1], valLoss: [1.5, 1.2], accuracy: [0.5, 0.75], valAccuracy: [0.6, 0.7] };
 * learningCurves({ metrics }).alt.split('\n')[1];
 * // => 'Époque 1 : perte 2 (validation 1,5), exactitude 50\u00a0% (validation 60\u00a0%)'
 * ```
 */
export function learningCurves(course: Course, options: CurvesOptions = {}): Figure {
  const { metrics } = course;
  const done = metrics['loss']?.length ?? 0;
  const {
    title = 'Courbes d’apprentissage',
    epochs = Math.max(1, done),
    within = [],
    note = '',
  } = options;
  const board = new Board(880, 386);
  board.words([
    { x: 24, y: 20, text: `<b>${title}</b>`, size: 15, align: 'left' },
    { x: 24, y: 42, text: note, size: 12, colour: softInk, align: 'left' },
  ]);
  for (const { key, title: what, x } of panels) {
    const scale = key === 'loss' ? 1 : 100;
    const scaled = (name: string): number[] => (metrics[name] ?? []).map((v) => v * scale);
    const train = scaled(key);
    const validation = scaled(key === 'loss' ? 'valLoss' : 'valAccuracy');
    const inside = key === 'loss' ? within : [];
    const all = [...train, ...validation];
    const most = Math.max(...all, ...inside.map(([, value]) => value), 0.1);
    const least = Math.floor(Math.min(95, ...all) / 10 - 0.2) * 10;
    const range = key === 'loss' ? [0, most * 1.06] : [Math.max(0, least), 100.5];
    const axes = board.chart(
      { x, ...box },
      {
        x: { title: 'époques', range: [0, epochs * 1.02], ...(epochs <= 12 ? { dtick: 1 } : {}) },
        y: { title: what, range, ...(key === 'accuracy' ? { ticksuffix: '\u00a0%' } : {}) },
      },
    );
    board.add({
      ...axes,
      type: 'scatter',
      mode: 'lines',
      x: inside.map(([at]) => at),
      y: inside.map(([, value]) => value),
      line: { color: hairline, width: 1.5 },
    });
    for (const series of seriesOf(train, validation)) {
      board.add({ ...axes, ...series, hoverinfo: 'x+y' });
    }
  }
  drawLegend(board, metrics['valLoss'] !== undefined, within.length > 0);
  return board.figure({ alt: [title, ...inWords(metrics, done)].join('\n') });
}

function seriesOf(train: readonly number[], validation: readonly number[]): object[] {
  return [
    { ...style(blue, 'solid', 'circle'), x: train.map((_, i) => i + 0.5), y: [...train] },
    { ...style(orange, 'dash', 'square'), x: validation.map((_, i) => i + 1), y: [...validation] },
  ];
}

function style(colour: string, dash: string, symbol: string): object {
  return {
    type: 'scatter',
    mode: 'lines+markers',
    line: { color: colour, width: 2, dash },
    marker: { color: colour, size: 7, symbol },
  };
}

function drawLegend(board: Board, validates: boolean, hasWithin: boolean): void {
  const entries = [
    { text: 'apprentissage', width: 150, ...style(blue, 'solid', 'circle') },
    ...(validates ? [{ text: 'validation', width: 130, ...style(orange, 'dash', 'square') }] : []),
    ...(hasWithin
      ? [
          {
            text: 'pas à pas',
            width: 120,
            type: 'scatter',
            mode: 'lines',
            line: { color: hairline, width: 1.5 },
          },
        ]
      : []),
  ];
  let x = 844 - entries.reduce((sum, { width }) => sum + width + 20, 0);
  for (const { text, width, ...line } of entries) {
    board.add({ ...line, x: [x, x + 17, x + 34], y: [42, 42, 42] });
    board.words([{ x: x + 40, y: 42, text, size: 13, align: 'left' }]);
    x += width + 20;
  }
}

function inWords(metrics: Course['metrics'], epochs: number): string[] {
  return Array.from({ length: epochs }, (_, i) => {
    const one = (
      name: string,
      key: string,
      valKey: string,
      text: (value: number) => string,
    ): string[] => {
      const value = metrics[key]?.[i];
      if (value === undefined) return [];
      const other = metrics[valKey]?.[i];
      return [`${name} ${text(value)}${other === undefined ? '' : ` (validation ${text(other)})`}`];
    };
    const percent = (value: number): string => `${numberText(100 * value, 1)}\u00a0%`;
    return `Époque ${i + 1} : ${[
      ...one('perte', 'loss', 'valLoss', (value) => numberText(value, 3)),
      ...one('exactitude', 'accuracy', 'valAccuracy', percent),
    ].join(', ')}`;
  });
}
