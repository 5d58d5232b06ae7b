import { impossible } from '../errors';
import type { Figure } from './figure';
import { toMatrix, type MatrixInput } from './matrix-input';
import { Board, sheetWidth } from './paint/board';
import { sliderOver } from './paint/controls';
import type { Grid } from './paint/grid';
import { drawScaleBar, sharedRange } from './paint/matrix-view';
import { matrixText } from './paint/numbers';
import { cellLabels, cellsTrace } from './paint/traces/cells';
import { wordsTrace } from './paint/traces/words';
import type { PlotlyObject } from './plotly-object';

/** The filters of a layer as they were after an epoch; epoch 0 is before training. */
export interface FilterSnapshot {
  /** Epochs of training done: 0 before the first. */
  epoch: number;
  /** One matrix a filter, [kernelHeight, kernelWidth]. */
  filters: readonly MatrixInput[];
  /** What else to write: « 91 % de bonnes réponses ». */
  note?: string;
}

/**
 * The filters of a layer while it learns: a slider over the epochs, one colour scale for all.
 *
 * @param history in order of epochs, each with as many filters
 * @returns a figure whose static picture shows the first and the last epoch
 */
export function filtersOverEpochs(history: readonly FilterSnapshot[]): Figure {
  const shots = history.map((shot) => ({
    ...shot,
    filters: shot.filters.map((f) => toMatrix(f, 'un filtre')),
  }));
  const first = shots[0];
  const last = shots[shots.length - 1];
  if (first === undefined || last === undefined || first.filters.length === 0) {
    throw new RangeError(
      impossible(
        'dessiner les filtres',
        "il n'y a aucune époque ou aucun filtre",
        'donnez au moins une époque',
      ),
    );
  }
  const range = sharedRange(shots.flatMap((shot) => shot.filters.map((f) => [...f, [-1e-9]])));
  const columns = Math.min(8, first.filters.length);
  const rows = Math.ceil(first.filters.length / columns);
  const side = Math.min(150, Math.floor((sheetWidth - 48 - 16 * (columns - 1)) / columns));
  const height = rows * (side + 34) + 30;

  const changing = (index: number, shift = 0): PlotlyObject[] => {
    const shot = shots[index] as (typeof shots)[number];
    const grids = shot.filters.map((values, i): Grid => {
      const cell = side / Math.max(values.length, values[0]?.length ?? 1);
      const x = 24 + (i % columns) * (side + 16);
      const y = 66 + Math.floor(i / columns) * (side + 34) + shift;
      return { x, y, cell, values, scale: 'signed', range, name: `filtre ${i + 1}` };
    });
    const when = shot.epoch === 0 ? 'avant l’apprentissage' : `après l’époque ${shot.epoch}`;
    const note = shot.note === undefined ? '' : ` — ${shot.note}`;
    return [
      ...grids.map(cellsTrace),
      wordsTrace(grids.filter((grid) => grid.cell >= 26).flatMap((grid) => cellLabels(grid))),
      wordsTrace([
        { x: 24, y: 22 + shift, text: `<b>Filtres ${when}</b>${note}`, size: 15, align: 'left' },
        ...grids.map((grid, i) => ({
          x: grid.x + side / 2,
          y: grid.y - 12,
          text: `filtre ${i + 1}`,
          size: 12,
        })),
      ]),
    ];
  };
  const width = Math.max(480, 48 + columns * side + (columns - 1) * 16);
  const board = new Board(width, height + 66);
  const indices = changing(0).map((trace) => board.add(trace));
  drawScaleBar(board, { x: width / 2 - 100, y: height + 22 }, 'signed', range);
  const labels = shots.map((shot) => String(shot.epoch));
  const frames = shots.map((_, i) => ({ name: labels[i], data: changing(i), traces: indices }));

  const still = new Board(width, 2 * (height + 20) + 60);
  for (const trace of changing(0)) still.add(trace);
  for (const trace of changing(shots.length - 1, height + 30)) still.add(trace);
  drawScaleBar(still, { x: width / 2 - 100, y: still.height - 42 }, 'signed', range);
  return board.figure({
    alt: [first, last]
      .flatMap((shot) => [
        `Époque ${shot.epoch}${shot.note === undefined ? '' : ` (${shot.note})`}`,
        ...shot.filters.map((filter, i) => `  filtre ${i + 1} : ${matrixText(filter)}`),
      ])
      .join('\n'),
    frames,
    controls: sliderOver(frames, labels, 'Époque', { width, film: true }),
    still,
  });
}
