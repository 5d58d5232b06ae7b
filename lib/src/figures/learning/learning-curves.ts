import type { Figure } from '../figure';
import { Board, sheetWidth } from '../paint/board';
import { hairline, seriesColours, softInk } from '../paint/colours';
import { numberText } from '../paint/numbers';
import { curvePanels, curvesInWords, sheet, type Course, type Within } from './curve-panels';

/** What `learningCurves` takes beside the course. */
export interface CurvesOptions {
  /** Stands above the curves. */
  title?: string;
  /** Length of the axis; default: the epochs that there are. */
  epochs?: number;
  /** The loss between the ends of epochs, `[epochs done, loss]`: a thin line. */
  within?: Within;
  /** Said under the title. */
  note?: string;
}

const [blue, orange] = seriesColours;

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
  const done = course.metrics['loss']?.length ?? 0;
  const { title = 'Courbes d’apprentissage', within = [], note = '' } = options;
  const { epochs = Math.max(1, done) } = options;
  const board = new Board(sheet.width, sheet.height);
  board.words([
    { x: 24, y: 20, text: `<b>${title}</b>`, size: 15, align: 'left' },
    { x: 24, y: 42, text: note, size: 12, colour: softInk, align: 'left' },
  ]);
  for (const panel of curvePanels(course, within)) {
    const axes = board.chart(panel.box, {
      x: { title: 'époques', range: [0, epochs * 1.02], ...(epochs <= 12 ? { dtick: 1 } : {}) },
      y: { title: panel.title, range: panel.range, ticksuffix: panel.unit },
    });
    const series = [
      { ...thin, points: panel.within },
      { ...style(blue, 'solid', 'circle'), points: panel.train },
      { ...style(orange, 'dash', 'square'), points: panel.validation },
    ];
    for (const { points, ...look } of series) {
      const [x, y] = [points.map(([at]) => at), points.map(([, value]) => value)];
      board.add({ ...axes, ...look, x, y, hoverinfo: 'x+y' });
    }
  }
  drawLegend(board, course.metrics['valLoss'] !== undefined, within.length > 0);
  const words = curvesInWords(course, (value) => numberText(value, 3));
  return board.figure({ alt: [title, ...words].join('\n') });
}

const thin = { type: 'scatter', mode: 'lines', line: { color: hairline, width: 1.5 } };

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
    ...(hasWithin ? [{ text: 'pas à pas', width: 120, ...thin }] : []),
  ];
  let x = sheetWidth - 16 - entries.reduce((sum, { width }) => sum + width + 20, 0);
  for (const { text, width, ...line } of entries) {
    board.add({ ...line, x: [x, x + 17, x + 34], y: [42, 42, 42] });
    board.words([{ x: x + 40, y: 42, text, size: 13, align: 'left' }]);
    x += width + 20;
  }
}
