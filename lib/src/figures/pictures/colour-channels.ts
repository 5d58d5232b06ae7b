import { splitChannels } from '../../images/split-channels';
import { Volume } from '../../volume/volume';
import type { Figure } from '../figure';
import { type ImageInput } from '../matrix-input';
import { Board, sheetWidth } from '../paint/board';
import { hairline, softInk } from '../paint/colours';
import { frameOf } from '../paint/grid';
import { matrixText } from '../paint/numbers';
import { rangeText } from '../paint/matrix-view';
import { drawPhoto, type PhotoView } from '../paint/photo-view';
import { toPicture } from './picture-input';

const names = ['rouge (R)', 'vert (V)', 'bleu (B)'] as const;
/** Up to so many pixels a side their numbers are written on them. */
const mostNumbered = 6;
const gap = 30;

/**
 * A picture in colours taken apart and put together again: its three channels as grey levels, each in
 * its own colour, and the picture that the three make.
 *
 * @param picture [height, width, 3], 0 to 255 or 0 to 1; up to 6 × 6 pixels bear their numbers
 *
 * @example
 * ```ts
 * colourChannels([[[255, 0, 0], [30, 60, 90]]]);
 * ```
 */
export function colourChannels(picture: ImageInput): Figure {
  const image = toPicture(picture, "l'image en couleurs");
  const channels = splitChannels(image);
  const [height = 1, width = 1] = image.shape;
  const isNumbered = Math.max(height, width) <= mostNumbered;
  const side = Math.floor((sheetWidth - 48 - 3 * gap) / 4);
  const tall = Math.round(Math.min(side * 1.2, (side * height) / width));
  const board = new Board(sheetWidth, 2 * tall + 118);
  const boxAt = (
    column: number,
    row: number,
  ): { x: number; y: number; width: number; height: number } => ({
    x: 24 + column * (side + gap),
    y: 62 + row * (tall + 30),
    width: side,
    height: tall,
  });
  for (const [i, channel] of channels.entries()) {
    const grey = drawPhoto(board, boxAt(i, 0), channel);
    drawPhoto(board, boxAt(i, 1), tinted(channel, i));
    if (isNumbered) writeNumbers(board, grey, channel);
    board.line(frameOf(grey.box), hairline, 1);
    const { x } = boxAt(i, 0);
    board.words([
      { x: x + side / 2, y: 24, text: `<b>${names[i] ?? ''}</b>` },
      { x: x + side / 2, y: 46, text: rangeText(channel.toNested(2)), size: 12, colour: softInk },
      { x: x + side + gap / 2, y: 62 + tall * 1.5 + 30, text: i === 2 ? '=' : '+', size: 24 },
    ]);
  }
  const whole = boxAt(3, 1);
  board.line(frameOf(drawPhoto(board, whole, image).box), hairline, 1);
  board.words([
    {
      x: whole.x + side / 2,
      y: 62 + tall / 2 - 12,
      text: 'en haut : chaque canal,',
      size: 12,
      colour: softInk,
    },
    {
      x: whole.x + side / 2,
      y: 62 + tall / 2 + 6,
      text: 'noir = 0, blanc = 255',
      size: 12,
      colour: softInk,
    },
    { x: whole.x + side / 2, y: whole.y - 14, text: '<b>l’image</b>' },
    {
      x: 24 + 1.5 * side + gap,
      y: board.height - 14,
      text: 'en bas : le même canal dans sa couleur ; les trois lumières s’ajoutent',
      size: 12,
      colour: softInk,
    },
  ]);
  return board.figure({
    alt: [
      `Image de ${height} × ${width} pixels en couleurs, et ses trois canaux`,
      ...channels.map((channel, i) => {
        const values = channel.toNested(2);
        return `Canal ${names[i] ?? ''} : ${isNumbered ? matrixText(values) : rangeText(values)}`;
      }),
    ].join('\n'),
  });
}

/** A channel as the light of its colour: the two others are 0. */
function tinted(channel: Volume, colour: number): Volume {
  const [height = 1, width = 1] = channel.shape;
  const light = Volume.zeros([height, width, 3], 'float32');
  channel.data.forEach((value: number, place: number) => (light.data[3 * place + colour] = value));
  return light;
}

function writeNumbers(board: Board, view: PhotoView, channel: Volume): void {
  const [, width = 1] = channel.shape;
  board.words(
    Array.from(channel.data, (value, place) => ({
      x: view.box.x + ((place % width) + 0.5) * view.scale,
      y: view.box.y + (Math.floor(place / width) + 0.5) * view.scale,
      text: String(Math.round(value)),
      size: Math.min(16, view.scale * 0.36),
      colour: value > 130 ? '#000000' : '#ffffff',
    })),
  );
}
