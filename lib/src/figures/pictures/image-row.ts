import { shapeText } from '../../errors';
import type { Figure } from '../figure';
import { Board, sheetWidth } from '../paint/board';
import { hairline, softInk } from '../paint/colours';
import { frameOf } from '../paint/grid';
import { rangeText } from '../paint/matrix-view';
import { drawPhoto } from '../paint/photo-view';
import { toPicture, type PictureInput } from './picture-input';

const gap = 16;

/**
 * Pictures side by side, each under its name, with its size and how many numbers it takes.
 *
 * @param pictures name and picture, grey or in colours, 0 to 255 or 0 to 1
 * @param options.title what they have in common
 * @param options.columns how many stand in a row; at most 4 by default
 * @param options.size how wide each is at most, in pixels of the screen; 300 by default
 *
 * @example
 * ```ts
 * imageRow({ noir: [[0, 0]], blanc: [[255, 255]] });
 * ```
 */
export function imageRow(
  pictures: Record<string, PictureInput>,
  options: { title?: string; columns?: number; size?: number } = {},
): Figure {
  const named = Object.entries(pictures).map(([name, picture]) => ({
    name,
    image: toPicture(picture, name),
  }));
  const columns = Math.min(options.columns ?? 4, named.length);
  const side = Math.min(
    options.size ?? 300,
    Math.floor((sheetWidth - 48 - gap * (columns - 1)) / columns),
  );
  const tallest = Math.max(
    ...named.map(({ image }) => (image.shape[0] ?? 1) / (image.shape[1] ?? 1)),
  );
  const height = Math.round(side * Math.min(1.2, tallest));
  const rows = Math.ceil(named.length / columns);
  const top = options.title === undefined ? 0 : 30;
  const width = Math.max(300, 48 + columns * side + (columns - 1) * gap);
  const board = new Board(width, top + rows * (height + 70) + 8);
  if (options.title !== undefined) {
    board.words([{ x: 24, y: 22, text: `<b>${options.title}</b>`, size: 15, align: 'left' }]);
  }
  for (const [i, { name, image }] of named.entries()) {
    const x = 24 + (i % columns) * (side + gap);
    const y = top + 40 + Math.floor(i / columns) * (height + 70);
    const { box } = drawPhoto(board, { x, y, width: side, height }, image);
    board.line(frameOf(box), hairline, 1);
    board.words([
      {
        x: x + side / 2,
        y: y - 18,
        text: `<b>${name}</b>`,
        size: Math.min(14, (side * 1.5) / name.length),
      },
      {
        x: x + side / 2,
        y: y + height + 14,
        text: sizeText(image.shape),
        size: 12,
        colour: softInk,
      },
    ]);
  }
  const words = named.map(({ name, image }) => {
    const [lines = 1] = image.shape;
    const range = rangeText(image.reshape([lines, image.size / lines]).toNested(2));
    return `${name} : ${sizeText(image.shape)}, valeurs ${range}`;
  });
  return board.figure({ alt: [options.title ?? 'Images côte à côte', ...words].join('\n') });
}

/** « 300 × 451 pixels, 3 canaux ». */
export function sizeText(shape: readonly number[]): string {
  const [rows = 1, columns = 1, channels = 1] = shape;
  return `${shapeText([rows, columns])} pixels, ${channels} ${channels === 1 ? 'canal' : 'canaux'}`;
}
