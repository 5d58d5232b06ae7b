import { impossible } from '../../errors';
import { crop, type Rectangle } from '../../images/crop';
import type { Volume } from '../../volume/volume';
import type { Figure } from '../figure';
import { Board } from '../paint/board';
import { softInk } from '../paint/colours';
import { sliderOver } from '../paint/controls';
import { cellBox } from '../paint/grid';
import { numberText } from '../paint/numbers';
import { drawPhoto, photoView, type PhotoView } from '../paint/photo-view';
import { pictureFrame } from '../paint/picture-frame';
import { outlineTraces } from '../paint/traces/outline';
import { wordsTrace, type Label } from '../paint/traces/words';
import { toPicture, type PictureInput } from './picture-input';
import type { PlotlyObject } from '../plotly-object';

/** From this cell on, in pixels of the board, the numbers of a pixel fit on it. */
const smallestNumbered = 38;
const side = 380;

/**
 * A picture and, beside it, a square of it enlarged, ever smaller: at the last steps its pixels are
 * large enough to bear their numbers.
 *
 * @param picture grey or in colours
 * @param options.at pixel in the middle of the square, [row, column] counted from 0; by default the
 *   picture's own middle
 * @param options.sides pixels a side of the square, step by step; by default 64, 32, 16, 8
 */
export function pixelZoom(
  picture: PictureInput,
  options: { at?: readonly [number, number]; sides?: readonly number[] } = {},
): Figure {
  const image = toPicture(picture);
  const [height = 1, width = 1] = image.shape;
  const [row, column] = options.at ?? [height >> 1, width >> 1];
  const wanted = (options.sides ?? [64, 32, 16, 8]).map((one) => Math.min(one, height, width));
  const sides = [...new Set(wanted)]; // of a small picture several come out the same
  const board = new Board(24 + side + 30 + side + 24, side + 84);
  const zoomBox = { x: 24 + side + 30, y: 44, width: side, height: side };
  const steps = sides.map((size) => {
    const place = squareAt(image, row, column, size);
    const piece = crop(image, place);
    return { size, place, piece, view: photoView(piece, zoomBox) };
  });
  const [first, last] = [steps[0], steps.at(-1)];
  if (first === undefined || last === undefined) {
    throw new RangeError(
      impossible(
        'agrandir les pixels',
        'la liste des côtés est vide',
        'donnez par exemple [64, 8]',
      ),
    );
  }
  board.picture(first.view.box, first.view.source);
  const whole = drawPhoto(board, { x: 24, y: 44, width: side, height: side }, image);
  board.words([{ x: 24 + side / 2, y: 22, text: '<b>Image</b>' }]);
  const changing = (step: (typeof steps)[number]): PlotlyObject[] => [
    ...outlineTraces(boxOn(whole, step.place)),
    wordsTrace(numbersOn(step.piece, step.view)),
    wordsTrace(caption(step.piece, step.view, step.place)),
  ];
  const traces = changing(first).map((trace) => board.add(trace));
  const labels = sides.map((size) => `${size} × ${size}`);
  const frames = steps.map((step, i) =>
    pictureFrame(labels[i] ?? '', [step.view], { data: changing(step), traces }),
  );
  const still = new Board(board.width, board.height);
  drawPhoto(still, { x: 24, y: 44, width: side, height: side }, image);
  still.picture(last.view.box, last.view.source);
  still.words([{ x: 24 + side / 2, y: 22, text: '<b>Image</b>' }]);
  for (const trace of changing(last)) still.add(trace);
  return board.figure({
    alt: [
      `Image de ${height} × ${width} pixels, agrandie autour de la ligne ${row}, colonne ${column}`,
      ...numbersInWords(last.piece, last.place),
    ].join('\n'),
    frames,
    controls: sliderOver(frames, labels, 'Pixels agrandis', { width: board.width }),
    still,
  });
}

function squareAt(image: Volume, row: number, column: number, size: number): Rectangle {
  const [height = 1, width = 1] = image.shape;
  const start = (middle: number, length: number): number =>
    Math.min(length - size, Math.max(0, middle - (size >> 1)));
  return { top: start(row, height), left: start(column, width), height: size, width: size };
}

function boxOn(
  view: PhotoView,
  { top, left, height, width }: Rectangle,
): ReturnType<typeof cellBox> {
  return cellBox({ x: view.box.x, y: view.box.y, cell: view.scale }, top, left, height, width);
}

/** The numbers of each pixel on it, dark on light and light on dark; none when it is too small. */
function numbersOn(piece: Volume, view: PhotoView): Label[] {
  if (view.scale < smallestNumbered) return [];
  const [, columns = 1, channels = 1] = piece.shape;
  return Array.from({ length: piece.size / channels }, (_, place) => {
    const values = Array.from(piece.data.subarray(place * channels, (place + 1) * channels));
    const light = values.reduce((sum, value) => sum + value, 0) / channels;
    return {
      x: view.box.x + ((place % columns) + 0.5) * view.scale,
      y: view.box.y + (Math.floor(place / columns) + 0.5) * view.scale,
      text: values.map((value) => numberText(value, 0)).join('<br>'),
      size: channels === 1 ? 14 : 11,
      colour: light > 130 ? '#000000' : '#ffffff',
    };
  });
}

function caption(piece: Volume, view: PhotoView, { top, left, height, width }: Rectangle): Label[] {
  const x = view.box.x + view.box.width / 2;
  const where = `lignes ${top} à ${top + height - 1}, colonnes ${left} à ${left + width - 1}`;
  const isNumbered = view.scale >= smallestNumbered;
  const order = isNumbered && piece.rank === 3 ? ' ; de haut en bas : R, V, B' : '';
  const y = 44 + side + 18;
  return [
    { x, y: 22, text: `<b>${height} × ${width} pixels</b>` },
    { x, y, text: `${where}${order}`, size: 12, colour: softInk },
  ];
}

function numbersInWords(piece: Volume, { top, left }: Rectangle): string[] {
  const [rows = 1, columns = 1, channels = 1] = piece.shape;
  return Array.from({ length: rows }, (_, y) => {
    const pixels = Array.from({ length: columns }, (__, x) => {
      const start = (y * columns + x) * channels;
      const values = Array.from(piece.data.subarray(start, start + channels));
      return values.map((value) => numberText(value, 0)).join(' ');
    });
    return `Ligne ${top + y}, à partir de la colonne ${left} : ${pixels.join(' | ')}`;
  });
}
