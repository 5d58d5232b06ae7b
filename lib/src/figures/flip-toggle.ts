import { conv2d } from '../ops/conv2d';
import { flipKernel } from '../ops/flip-kernel';
import type { Figure } from './figure';
import { mapText } from './heatmap-grid';
import { toMatrix, type MatrixInput } from './matrix-input';
import { Board } from './paint/board';
import { softInk } from './paint/colours';
import { buttonsFor } from './paint/controls';
import type { Grid } from './paint/grid';
import { sharedRange } from './paint/matrix-view';
import { cellLabels, cellsTrace } from './paint/traces/cells';
import { wordsTrace } from './paint/traces/words';
import type { PlotlyObject } from './plotly-object';

/**
 * Correlation and convolution of the same input, one button each: only the kernel turns.
 *
 * @param input [height, width], small enough for its numbers
 * @param kernel [kernelHeight, kernelWidth], at most as large as the input
 *
 * @example
 * ```ts
 * flipToggle([[1, 2, 3], [4, 5, 6]], [[1, 2]]);
 * ```
 */
export function flipToggle(input: MatrixInput, kernel: MatrixInput): Figure {
  const image = toMatrix(input, "l'entrée");
  const weights = toMatrix(kernel, 'le noyau');
  const turned = flipKernel(weights);
  const views = [
    {
      name: 'Corrélation',
      kernel: weights,
      result: conv2d(image, weights),
      note: 'noyau tel quel (ce que calcule un CNN)',
    },
    {
      name: 'Convolution',
      kernel: turned,
      result: conv2d(image, turned),
      note: 'noyau retourné (définition des mathématiques)',
    },
  ];
  const results = views.map((view) => view.result);
  const range = sharedRange(results);
  const widths = [image, weights, results[0] ?? []].map((matrix) => matrix[0]?.length ?? 0);
  const total = widths.reduce((sum, width) => sum + width, 0);
  const cell = Math.max(18, Math.min(44, Math.floor(560 / total)));
  const xs = [
    24,
    24 + (widths[0] ?? 0) * cell + 50,
    24 + ((widths[0] ?? 0) + (widths[1] ?? 0)) * cell + 100,
  ];
  const height = image.length * cell;
  const width = Math.max(520, (xs[2] ?? 0) + (widths[2] ?? 0) * cell + 24);
  const top = 76;
  const middle = top + height / 2;

  const draw = (board: Board, shift: number): void => {
    board.numberedCells({ x: 24, y: top + shift, cell, values: image, name: 'entrée' });
    // The same sliding sum of products in both views: what changes is the kernel that is drawn.
    board.words([
      { x: (xs[1] ?? 0) - 25, y: middle + shift, text: '⋆', size: 24 },
      { x: (xs[2] ?? 0) - 25, y: middle + shift, text: '=', size: 24 },
    ]);
  };
  const changing = (index: number, shift = 0): PlotlyObject[] => {
    const view = views[index] as (typeof views)[number];
    const y = (matrix: number[][]): number => middle - (matrix.length * cell) / 2 + shift;
    const kernelGrid: Grid = {
      x: xs[1] ?? 0,
      y: y(view.kernel),
      cell,
      values: view.kernel,
      scale: 'signed',
      name: 'noyau',
    };
    const resultGrid: Grid = {
      x: xs[2] ?? 0,
      y: y(view.result),
      cell,
      values: view.result,
      range,
      scale: range[0] < 0 ? 'signed' : 'amount',
      name: 'résultat',
    };
    return [
      cellsTrace(kernelGrid),
      wordsTrace(cellLabels(kernelGrid)),
      cellsTrace(resultGrid),
      wordsTrace(cellLabels(resultGrid)),
      wordsTrace([
        { x: 24, y: 24 + shift, text: `<b>${view.name}</b>`, size: 16, align: 'left' },
        { x: 24, y: 48 + shift, text: view.note, align: 'left', size: 13, colour: softInk },
      ]),
    ];
  };
  const board = new Board(width, top + height + 20);
  draw(board, 0);
  const indices = changing(0).map((trace) => board.add(trace));
  const frames = views.map((view, i) => ({ name: view.name, data: changing(i), traces: indices }));

  // The static picture has both views, one under the other.
  const still = new Board(width, 2 * (top + height + 20));
  for (const i of [0, 1]) {
    const shift = i * (top + height + 20);
    draw(still, shift);
    for (const trace of changing(i, shift)) still.add(trace);
  }
  return board.figure({
    alt: [
      mapText('Entrée', image),
      ...views.flatMap((v) => [
        mapText(`${v.name}, noyau`, v.kernel),
        mapText(`${v.name}, résultat`, v.result),
      ]),
    ].join('\n'),
    frames,
    controls: buttonsFor(
      frames,
      views.map((view) => view.name),
    ),
    still,
  });
}
