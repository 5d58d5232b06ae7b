import { impossible } from '../../errors';
import type { Volume } from '../../volume/volume';
import type { Figure } from '../figure';
import { Board, sheetWidth } from '../paint/board';
import { softInk } from '../paint/colours';
import { sliderOver } from '../paint/controls';
import { cellBox, type Grid } from '../paint/grid';
import { numberText } from '../paint/numbers';
import { cellLabels, cellsTrace } from '../paint/traces/cells';
import { outlineTraces } from '../paint/traces/outline';
import { wordsTrace } from '../paint/traces/words';
import type { PlotlyObject } from '../plotly-object';
import { montage } from './montage';

/** Cells that the slider stops at, and images shown of each. */
const mostStops = 30;
const shownImages = 12;
const pane = { x: 480, y: 78, columns: 4, side: 80 };

/** One cell of the matrix: which images fell into it. */
interface Cell {
  truth: number;
  guess: number;
  places: number[];
}

/**
 * The confusion matrix: how many images of each class (row) got each answer (column), and, cell by cell
 * at the slider, the images behind a number; the mistakes first, the most frequent at the head.
 *
 * @param labels the right class of each image, from 0
 * @param predictions the class that was answered
 * @param images `[count, height, width, 1]`, 0 to 1, in the same order
 * @param classes how many there are. Default: as many as labels and predictions name
 * @throws RangeError when the three are not of the same length
 */
export function confusionMatrix(
  labels: ArrayLike<number>,
  predictions: ArrayLike<number>,
  images: Volume,
  classes = Math.max(...Array.from(labels), ...Array.from(predictions)) + 1,
): Figure {
  if (labels.length !== predictions.length || images.shape[0] !== labels.length) {
    throw new RangeError(
      impossible(
        'dessiner la matrice de confusion',
        `il y a ${labels.length} étiquettes, ${predictions.length} prédictions et ${images.shape[0]} images`,
        'donnez les trois pour les mêmes images, dans le même ordre',
      ),
    );
  }
  const table = Array.from({ length: classes }, (_, truth) =>
    Array.from({ length: classes }, (__, guess): Cell => ({ truth, guess, places: [] })),
  );
  for (let i = 0; i < labels.length; i++) table[labels[i]!]![predictions[i]!]!.places.push(i);
  const stops = ordered(table.flat()).slice(0, mostStops);
  const grid: Grid = {
    x: 84,
    y: pane.y,
    cell: Math.floor(370 / classes),
    // Colours by the logarithm: beside hundreds of right answers a single mistake must show.
    values: table.map((row) => row.map(({ places }) => Math.log1p(places.length))),
    scale: 'amount',
  };
  const board = new Board(sheetWidth, pane.y + Math.max(370, 3 * (pane.side + 6)) + 40);
  const counts = table.map((row) => row.map(({ places }) => numberText(places.length)));
  drawMatrix(board, grid, counts);
  board.words([{ x: 24, y: 20, text: '<b>Matrice de confusion</b>', size: 15, align: 'left' }]);
  return finish(board, grid, stops, images, table);
}

function drawMatrix(board: Board, grid: Grid, counts: string[][]): void {
  const classes = counts.length;
  board.add({
    ...cellsTrace(grid),
    hovertext: counts.map((row, truth) =>
      row.map((count, guess) => `vrai ${truth}, prédit ${guess} : ${count}`),
    ),
  });
  board.words([
    ...cellLabels(grid, counts).map((label) => ({
      ...label,
      size: Math.min(14, grid.cell * 0.36),
    })),
    ...counts.flatMap((_, i) => [
      { x: grid.x - 14, y: grid.y + (i + 0.5) * grid.cell, text: `<b>${i}</b>` },
      { x: grid.x + (i + 0.5) * grid.cell, y: grid.y - 12, text: `<b>${i}</b>` },
    ]),
    {
      x: grid.x + (classes * grid.cell) / 2,
      y: grid.y - 32,
      text: 'prédit',
      size: 13,
      colour: softInk,
    },
    {
      x: 24,
      y: grid.y + (classes * grid.cell) / 2,
      text: 'vrai',
      size: 13,
      colour: softInk,
      align: 'left',
    },
  ]);
}

function finish(board: Board, grid: Grid, stops: Cell[], images: Volume, table: Cell[][]): Figure {
  const pieces = stops.map((cell) => {
    const picture = montage(images, cell.places.slice(0, shownImages), pane.columns);
    const scale = (pane.columns * (pane.side + 6)) / picture.width;
    return { cell, picture, scale };
  });
  const first = pieces[0]!;
  const draw = (
    { cell, picture, scale }: (typeof pieces)[number],
    still = false,
  ): PlotlyObject[] => [
    ...outlineTraces(cellBox(grid, cell.truth, cell.guess)),
    wordsTrace([
      {
        x: pane.x,
        y: pane.y - 44,
        text: `<b>vrai ${cell.truth}, prédit ${cell.guess}</b> : ${countText(cell)}`,
        size: 15,
        align: 'left',
      },
    ]),
    ...(still
      ? []
      : [
          {
            type: 'image',
            source: picture.source,
            // The picture has three pixels a side for each of the images'.
            x0: pane.x + scale / 6,
            dx: scale / 3,
            y0: pane.y - 24 + scale / 6,
            dy: scale / 3,
            hoverinfo: 'skip',
          },
        ]),
  ];
  const still = new Board(board.width, board.height);
  for (const trace of board.traces) still.add(trace);
  for (const trace of draw(first, true)) still.add(trace);
  const { picture, scale } = first;
  still.picture(
    { x: pane.x, y: pane.y - 24, width: picture.width * scale, height: picture.height * scale },
    picture.source,
  );
  const traces = draw(first).map((trace) => board.add(trace));
  const labels = stops.map(({ truth, guess }) => `${truth} pris pour ${guess}`);
  const frames = pieces.map((piece, i) => ({ name: labels[i], data: draw(piece), traces }));
  return board.figure({
    alt: inWords(table, stops),
    frames,
    controls: sliderOver(frames, labels, 'Case', { width: board.width }),
    still,
  });
}

/** Mistakes first, the most frequent at the head; then the right answers. Empty cells have no image. */
function ordered(cells: readonly Cell[]): Cell[] {
  const wrong = ({ truth, guess }: Cell): number => Number(truth !== guess);
  return cells
    .filter(({ places }) => places.length > 0)
    .sort((a, b) => wrong(b) - wrong(a) || (wrong(a) ? b.places.length - a.places.length : 0));
}

function countText({ places }: Cell): string {
  const count = `${numberText(places.length)} image${places.length > 1 ? 's' : ''}`;
  return places.length > shownImages ? `${count}, dont ${shownImages} ici` : count;
}

function inWords(table: Cell[][], stops: Cell[]): string {
  const total = table.flat().reduce((sum, { places }) => sum + places.length, 0);
  const right = table.reduce((sum, row, i) => sum + row[i]!.places.length, 0);
  const mistakes = stops.filter(({ truth, guess }) => truth !== guess);
  return [
    `Matrice de confusion : ${numberText(right)} bonnes réponses sur ${numberText(total)}`,
    ...table.map((row, i) => `vrai ${i} : ${row.map(({ places }) => places.length).join(' ')}`),
    ...mistakes.map(
      (cell) => `vrai ${cell.truth}, prédit ${cell.guess} : images ${cell.places.join(', ')}`,
    ),
  ].join('\n');
}
