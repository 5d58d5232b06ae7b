import { impossible } from '../../errors';
import { conv2d } from '../../ops/conv2d';
import type { Figure } from '../figure';
import { toChannels, type ImageInput } from '../matrix-input';
import { Board, sheetWidth } from '../paint/board';
import { softInk } from '../paint/colours';
import { sliderOver } from '../paint/controls';
import { cellBox } from '../paint/grid';
import { matrixText, numberText, sumText } from '../paint/numbers';
import { outlineTraces } from '../paint/traces/outline';
import { wordsTrace, type Label } from '../paint/traces/words';
import type { PlotlyObject } from '../plotly-object';
import { columnX, drawChannels, drawSum, rowHeight, top } from './columns';
import { drawShares } from './shares';

/**
 * What one filter does to an image with channels: each slice of the filter meets its channel, the
 * partial maps are summed, cell by cell, with one bias.
 *
 * @param image [height, width, channels], 2 to 4 channels
 * @param filter [kernelHeight, kernelWidth, channels], ONE filter
 * @param options.bias added once to each cell of the sum; 0 by default
 * @param options.names of the channels; « R », « V », « B » by default
 * @throws RangeError when image and filter have not the same channels
 */
export function channelSums(
  image: ImageInput,
  filter: ImageInput,
  options: { bias?: number; names?: readonly string[] } = {},
): Figure {
  const { bias = 0, names = ['R', 'V', 'B', 'A'] } = options;
  const channels = toChannels(image);
  const slices = toChannels(filter, 'le filtre');
  if (channels.length !== slices.length || channels.length > 4) {
    throw new RangeError(
      impossible(
        'dessiner la somme des canaux',
        `l'image a ${channels.length} canaux et le filtre ${slices.length}, il en faut autant, au plus 4`,
        'donnez une tranche du filtre par canal',
      ),
    );
  }
  const partials = channels.map((channel, c) => conv2d(channel, slices[c] as number[][]));
  const sum = addUp(partials, bias);
  const board = new Board(sheetWidth, top + channels.length * rowHeight + 8);
  const places = drawChannels(board, channels, slices, partials, names);
  const sumGrid = drawSum(board, sum);
  drawShares(board, partials, bias, sum, names);

  const cells = sum.flatMap((row, y) => row.map((_, x) => ({ y, x })));
  const changing = ({ y, x }: { y: number; x: number }): PlotlyObject[] => [
    ...places.inputs.flatMap((grid, c) =>
      outlineTraces(cellBox(grid, y, x, slices[c]?.length, slices[c]?.[0]?.length)),
    ),
    ...places.partials.flatMap((grid) => outlineTraces(cellBox(grid, y, x))),
    ...outlineTraces(cellBox(sumGrid, y, x)),
    wordsTrace(equation(partials, bias, y, x)),
  ];
  const indices = changing({ y: 0, x: 0 }).map((trace) => board.add(trace));
  const label = (cell: { y: number; x: number }): string => `(${cell.y + 1}, ${cell.x + 1})`;
  const frames = cells.map((cell) => ({
    name: label(cell),
    data: changing(cell),
    traces: indices,
  }));
  return board.figure({
    alt: alternative(partials, bias, sum, names),
    frames,
    controls: sliderOver(frames, cells.map(label), 'Case de sortie (ligne, colonne)', {
      width: board.width,
    }),
  });
}

/** The sum of one cell, written out under the sum's map. */
function equation(partials: number[][][], bias: number, y: number, x: number): Label[] {
  const place = `Case (${y + 1}, ${x + 1})`;
  return [
    {
      x: columnX.right + 160,
      y: top + 166,
      text: `<b>${sumText(termsOf(partials, bias, y, x))}</b>`,
      size: 16,
    },
    { x: columnX.right + 160, y: top + 188, text: place, size: 12, colour: softInk },
  ];
}

/** What is summed in one cell of the result: a number a channel, then the bias unless it is 0. */
function termsOf(partials: number[][][], bias: number, y: number, x: number): number[] {
  return [...partials.map((map) => map[y]?.[x] ?? 0), ...(bias === 0 ? [] : [bias])];
}

function addUp(partials: number[][][], bias: number): number[][] {
  return (partials[0] as number[][]).map((row, y) =>
    row.map((_, x) => partials.reduce((total, map) => total + (map[y]?.[x] ?? 0), bias)),
  );
}

function alternative(
  partials: number[][][],
  bias: number,
  sum: number[][],
  names: readonly string[],
): string {
  const cells = sum.flatMap((row, y) =>
    row.map((_, x) => `Case (${y + 1}, ${x + 1}) : ${sumText(termsOf(partials, bias, y, x))}`),
  );
  return [
    ...partials.map((map, c) => `Carte partielle ${names[c] ?? c + 1} : ${matrixText(map)}`),
    `Somme (biais ${numberText(bias)}) : ${matrixText(sum)}`,
    ...cells,
  ].join('\n');
}
