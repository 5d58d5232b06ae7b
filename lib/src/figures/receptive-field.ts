import { conv2d } from '../ops/conv2d';
import type { Figure } from './figure';
import { mapText } from './heatmap-grid';
import { toMatrix, type MatrixInput } from './matrix-input';
import { Board, sheetWidth } from './paint/board';
import { softInk } from './paint/colours';
import { sliderOver } from './paint/controls';
import { cellBox, type Grid } from './paint/grid';
import { drawMatrix, sharedRange } from './paint/matrix-view';
import { matrixText, numberText } from './paint/numbers';
import { cellLabels, cellsTrace } from './paint/traces/cells';
import { outlineTraces } from './paint/traces/outline';
import { wordsTrace } from './paint/traces/words';
import type { PlotlyObject } from './plotly-object';

/** More positions would make the figure heavy. */
const mostPositions = 25;

/**
 * A pixel of a feature map and the region of the input it answers to, for some pixels in turn.
 *
 * @param input [height, width]
 * @param kernel [kernelHeight, kernelWidth]
 * @param options.positions which output pixels, [row, column] counted from 0; by default all of a
 *   small map, of a large one the 25 strongest responses that do not touch;
 *   the one with the strongest response is shown first
 */
export function receptiveField(
  input: MatrixInput,
  kernel: MatrixInput,
  options: { positions?: readonly (readonly [number, number])[] } = {},
): Figure {
  const image = toMatrix(input, "l'entrée");
  const weights = toMatrix(kernel, 'le noyau');
  const map = conv2d(image, weights);
  const positions = options.positions ?? worthSeeing(map);
  const board = new Board(sheetWidth, 372);
  const inputRange = sharedRange([image]);
  const view = { scale: inputRange[0] < 0 ? 'signed' : 'grey', range: inputRange } as const;
  const inputPlace = drawMatrix(
    board,
    { x: 24, y: 50, width: 290, height: 290 },
    { ...view, values: image, name: 'entrée' },
  );
  const mapRange = sharedRange([[...map, [-1e-9]]]);
  const mapPlace = drawMatrix(
    board,
    { x: 526, y: 50, width: 290, height: 290 },
    { values: map, scale: 'signed', range: mapRange, name: 'carte' },
  );
  const side = Math.floor(132 / Math.max(weights.length, weights[0]?.length ?? 1));
  const kernelGrid: Grid = {
    x: 420 - (side * (weights[0]?.length ?? 1)) / 2,
    y: 216,
    cell: side,
    values: weights,
    scale: 'signed',
    name: 'noyau',
  };
  board.words([
    { x: 169, y: 24, text: '<b>Entrée</b>' },
    { x: 671, y: 24, text: '<b>Carte de caractéristiques</b>' },
    { x: 420, y: 50, text: 'Région vue' },
    { x: 420, y: 203, text: '∗ noyau' },
  ]);
  board.numberedCells(kernelGrid);
  const [rows, columns] = [weights.length, weights[0]?.length ?? 0];
  board.ruledCells({ x: kernelGrid.x, y: 62, cell: side, rows, columns });

  const changing = ([row, column]: readonly [number, number]): PlotlyObject[] => {
    const region = image
      .slice(row, row + weights.length)
      .map((line) => line.slice(column, column + (weights[0]?.length ?? 0)));
    const regionGrid: Grid = {
      x: kernelGrid.x,
      y: 62,
      cell: side,
      values: region,
      ...view,
      name: 'région',
    };
    return [
      ...outlineTraces(cellBox(inputPlace, row, column, weights.length, weights[0]?.length)),
      ...outlineTraces(cellBox(mapPlace, row, column)),
      cellsTrace(regionGrid),
      wordsTrace(cellLabels(regionGrid)),
      wordsTrace([
        {
          x: 420,
          y: 362,
          text: `réponse : <b>${numberText(map[row]?.[column] ?? NaN)}</b>`,
          size: 15,
          colour: softInk,
        },
      ]),
    ];
  };
  const response = ([row, column]: readonly [number, number]): number =>
    Math.abs(map[row]?.[column] ?? 0);
  const strongest = positions.reduce(
    (best, at, i) => (response(at) > response(positions[best] ?? [0, 0]) ? i : best),
    0,
  );
  const indices = changing(positions[strongest] ?? [0, 0]).map((trace) => board.add(trace));
  const label = ([row, column]: readonly [number, number]): string => `(${row + 1}, ${column + 1})`;
  const frames = positions.map((at) => ({ name: label(at), data: changing(at), traces: indices }));
  return board.figure({
    alt: [
      mapText('Entrée', image),
      `Noyau : ${matrixText(weights)}`,
      mapText('Carte', map),
      ...positions.map(([row, column]) => {
        const to = [row + weights.length, column + (weights[0]?.length ?? 0)];
        const value = numberText(map[row]?.[column] ?? NaN);
        return `Sortie (${row + 1}, ${column + 1}) : lignes ${row + 1} à ${to[0]}, colonnes ${column + 1} à ${to[1]} de l’entrée, réponse ${value}`;
      }),
    ].join('\n'),
    frames,
    controls: sliderOver(frames, positions.map(label), 'Pixel de sortie (ligne, colonne)', {
      width: board.width,
      active: strongest,
    }),
  });
}

/** All pixels of a small map; of a large one the strongest responses, none next to another. */
function worthSeeing(map: number[][]): [number, number][] {
  const all = map.flatMap((line, row) => line.map((_, column): [number, number] => [row, column]));
  if (all.length <= mostPositions) return all;
  const strength = ([row, column]: [number, number]): number => Math.abs(map[row]?.[column] ?? 0);
  const chosen: [number, number][] = [];
  for (const at of [...all].sort((a, b) => strength(b) - strength(a))) {
    const isApart = chosen.every(
      (other) => Math.max(Math.abs(other[0] - at[0]), Math.abs(other[1] - at[1])) > 1,
    );
    if (isApart) chosen.push(at);
    if (chosen.length === mostPositions) break;
  }
  return chosen.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
}
