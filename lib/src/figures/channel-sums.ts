import { impossible, shapeText } from '../errors';
import { conv2d } from '../ops/conv2d';
import type { Figure, PlotlyObject } from './figure';
import { toChannels, type ImageInput } from './matrix-input';
import { Board, cellBox, outlineTraces, wordsTrace, type Label } from './paint/board';
import { ink, paper, seriesColours, softInk } from './paint/colours';
import { sliderOver } from './paint/controls';
import { drawMatrix, sharedRange } from './paint/matrix-view';
import { matrixText, numberText, sumText } from './paint/numbers';

const rowHeight = 178;
const top = 44;
/** Left edges of the columns: the input's channels, the kernel's slices, the partial maps. */
const columnX = { input: 70, kernel: 256, partial: 390, right: 530 };

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
  const board = new Board(870, top + channels.length * rowHeight + 8);
  const places = drawChannels(board, channels, slices, partials, names);
  const sumGrid = drawSum(board, sum);
  drawContributions(board, partials, bias, sum, names);

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

type Place = { x: number; y: number; cell: number };

function drawChannels(
  board: Board,
  channels: number[][][],
  slices: number[][][],
  partials: number[][][],
  names: readonly string[],
): { inputs: Place[]; partials: Place[] } {
  const inputs: Place[] = [];
  const outputs: Place[] = [];
  const size = shapeText([slices[0]?.length ?? 0, slices[0]?.[0]?.length ?? 0]);
  board.words([
    { x: columnX.input + 77, y: 20, text: '<b>Canaux de l’entrée</b>' },
    { x: columnX.kernel + 52, y: 20, text: `<b>Tranches ${size}</b>` },
    { x: columnX.partial + 56, y: 20, text: '<b>Cartes partielles</b>' },
  ]);
  channels.forEach((channel, c) => {
    const y = top + c * rowHeight;
    const view = (values: number[][], name: string, box: { x: number; width: number }): Place =>
      drawMatrix(
        board,
        { ...box, y, height: 154 },
        { values, name, scale: 'signed', range: sharedRange([[...values, [-1e-9]]]) },
      );
    const name = names[c] ?? String(c + 1);
    board.words([
      { x: 36, y: y + 77, text: `<b>${name}</b>`, size: 20 },
      { x: columnX.kernel - 14, y: y + 77, text: '∗', size: 20 },
      { x: columnX.partial - 13, y: y + 77, text: '=', size: 20 },
    ]);
    inputs.push(view(channel, `canal ${name}`, { x: columnX.input, width: 154 }));
    view(slices[c] as number[][], `tranche ${name}`, { x: columnX.kernel, width: 104 });
    outputs.push(
      view(partials[c] as number[][], `partielle ${name}`, { x: columnX.partial, width: 112 }),
    );
  });
  return { inputs, partials: outputs };
}

function drawSum(board: Board, sum: number[][]): Place {
  board.words([
    { x: columnX.right + 160, y: 20, text: '<b>Somme des cartes partielles + biais</b>' },
  ]);
  return drawMatrix(
    board,
    { x: columnX.right + 60, y: top, width: 200, height: 140 },
    { values: sum, name: 'somme', scale: 'signed', range: sharedRange([[...sum, [-1e-9]]]) },
  );
}

/** One bar an output cell: the channels' shares one on the other, below zero the negative ones. */
function drawContributions(
  board: Board,
  partials: number[][][],
  bias: number,
  sum: number[][],
  names: readonly string[],
): void {
  const labels = sum.flatMap((row, y) => row.map((_, x) => `${y + 1},${x + 1}`));
  const shares = partials.map((map, c) => ({ name: names[c] ?? '', values: map.flat() }));
  if (bias !== 0) shares.push({ name: 'biais', values: labels.map(() => bias) });
  const y = top + 236;
  const height = board.height - y - 50;
  const stacks = labels.map((_, cell) => stack(shares.map(({ values }) => values[cell] ?? 0)));
  const high = Math.max(1, ...stacks.map((s) => s.high));
  const low = Math.min(0, ...stacks.map((s) => s.low));
  const axes = board.chart(
    { x: columnX.right + 44, y, width: 284, height },
    {
      x: {
        range: [-0.6, labels.length - 0.4],
        tickvals: labels.map((_, cell) => cell),
        ticktext: labels,
        tickfont: { size: 11 },
        title: 'case de sortie (ligne, colonne)',
        showgrid: false,
      },
      y: { range: [low * 1.1, high * 1.14], zeroline: true, zerolinecolor: ink },
    },
  );
  const pixel = (high * 1.14 - low * 1.1) / height;
  shares.forEach(({ name, values }, i) => {
    const bases = stacks.map((s) => s.bases[i] ?? 0);
    const colour = seriesColours[[1, 2, 0, 3][i] ?? 0] ?? ink;
    board.add({
      ...axes,
      type: 'bar',
      base: bases,
      y: values,
      x: labels.map((_, cell) => cell),
      width: 0.78,
      marker: { color: colour, line: { color: paper, width: 1 } },
      hoverinfo: 'text',
      hovertext: values.map(
        (value, cell) => `${name}, case ${labels[cell]} : ${numberText(value)}`,
      ),
    });
    // The channel's letter in its share, where there is room: colours alone say nothing to some.
    board.add({
      ...axes,
      type: 'scatter',
      mode: 'text',
      x: labels.map((_, cell) => cell),
      y: values.map((value, cell) => (bases[cell] ?? 0) + value / 2),
      text: values.map((value) =>
        Math.abs(value) > 11 * pixel ? `<b>${name.slice(0, 1)}</b>` : '',
      ),
      textfont: { size: 10, color: paper },
    });
  });
  board.add({
    ...axes,
    type: 'scatter',
    mode: 'text',
    x: labels.map((_, cell) => cell),
    y: stacks.map((s) => s.high + 9 * pixel),
    text: sum.flat().map((total) => `<b>${numberText(total)}</b>`),
    textfont: { size: 11 },
    cliponaxis: false,
  });
  const legend = `parts, de bas en haut : ${shares.map(({ name }) => name).join(', ')} ; en gras, la somme`;
  board.words([{ x: columnX.right + 160, y: y - 14, text: legend, size: 11, colour: softInk }]);
}

/** Where each share of a bar begins: positive ones pile up from zero, negative ones down from it. */
function stack(shares: readonly number[]): { bases: number[]; high: number; low: number } {
  let high = 0;
  let low = 0;
  const bases = shares.map((share) => {
    const base = share >= 0 ? high : low;
    if (share >= 0) high += share;
    else low += share;
    return base;
  });
  return { bases, high, low };
}

function equation(partials: number[][][], bias: number, y: number, x: number): Label[] {
  const terms = [...partials.map((map) => map[y]?.[x] ?? 0), ...(bias === 0 ? [] : [bias])];
  const place = `Case (${y + 1}, ${x + 1})`;
  return [
    { x: columnX.right + 160, y: top + 166, text: `<b>${sumText(terms)}</b>`, size: 16 },
    { x: columnX.right + 160, y: top + 188, text: place, size: 12, colour: softInk },
  ];
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
    row.map((_, x) => {
      const terms = [...partials.map((map) => map[y]?.[x] ?? 0), ...(bias === 0 ? [] : [bias])];
      return `Case (${y + 1}, ${x + 1}) : ${sumText(terms)}`;
    }),
  );
  return [
    ...partials.map((map, c) => `Carte partielle ${names[c] ?? c + 1} : ${matrixText(map)}`),
    `Somme (biais ${numberText(bias)}) : ${matrixText(sum)}`,
    ...cells,
  ].join('\n');
}
