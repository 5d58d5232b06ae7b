import { resize } from '../../images/resize';
import type { Volume } from '../../volume/volume';
import type { Board } from './board';
import type { Rgb } from './colours';
import type { Box } from './grid';
import { pngDataUri, rgbDataUri } from './png';

/** A picture fitted into a box. */
export interface PhotoView {
  /** Where it lies, in the middle of the box. */
  box: Box;
  /** The picture, a `data:` address. */
  source: string;
  /** Pixels of the board for one of the picture. */
  scale: number;
}

/**
 * Fits a picture into a box: its proportions kept, its pixels as sharp squares when it is enlarged.
 *
 * @param image [height, width] or [height, width, 3], 0 to 255
 */
export function photoView(image: Volume, box: Box): PhotoView {
  const [rows = 1, columns = 1] = image.shape;
  const scale = Math.min(box.width / columns, box.height / rows);
  const [height, width] = [Math.max(1, Math.round(rows * scale)), Math.round(columns * scale)];
  const shown = resize(image, height, Math.max(1, width), scale >= 1 ? 'nearest' : 'area');
  const place = {
    x: box.x + (box.width - width) / 2,
    y: box.y + (box.height - height) / 2,
    width,
    height,
  };
  return { box: place, source: photoSource(shown), scale };
}

/** Draws a picture in a box of a board, see {@link photoView}. */
export function drawPhoto(board: Board, box: Box, image: Volume): PhotoView {
  const view = photoView(image, box);
  board.picture(view.box, view.source);
  return view;
}

const greys = Array.from({ length: 256 }, (_, level): Rgb => [level, level, level]);

/** A picture as it is, a `data:` address of a PNG file. */
function photoSource(image: Volume): string {
  const [, width = 1, channels = 1] = image.shape;
  const bytes = Uint8Array.from(image.data, (value) =>
    Math.min(255, Math.max(0, Math.round(value))),
  );
  if (channels === 3) return rgbDataUri(bytes, width);
  const rows = Array.from({ length: bytes.length / width }, (_, y) =>
    Array.from(bytes.subarray(y * width, (y + 1) * width)),
  );
  return pngDataUri(rows, greys);
}
