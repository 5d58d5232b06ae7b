import { impossible, valueText } from '../../errors';
import { Volume } from '../../volume/volume';
import { layoutOf } from './read-images';

/**
 * Turns what is in images about their centre, anticlockwise; their size stays, zeros come in at the corners. Pixels
 * in between are interpolated bilinearly, so that each turn blurs a little.
 *
 * @param images `[height, width]`, `[height, width, channels]` or `[count, height, width, channels]`, any range
 * @param degrees of the turn; 90 and its multiples move square images without a blur
 * @returns a copy, of the same shape, float32
 * @throws RangeError when the images are none, or the angle is not a finite number
 *
 * @example
 * ```ts
 * rotateImages(Volume.from([[1, 2], [3, 4]]), 90).toNested(2); // => [[2, 4], [1, 3]]
 * ```
 */
export function rotateImages(images: Volume, degrees: number): Volume {
  const doing = 'tourner des images';
  const { count, height, width, channels } = layoutOf(images, doing);
  if (!Number.isFinite(degrees)) {
    const found = `l'angle vaut ${valueText(degrees)} mais il faut un nombre de degrés`;
    throw new RangeError(impossible(doing, found, 'donnez par exemple 30'));
  }
  const angle = (degrees * Math.PI) / 180;
  // A quarter turn has no cosine at all: rounding must not blur what only moves.
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)].map((x) => Math.round(x * 1e12) / 1e12) as [
    number,
    number,
  ];
  const [middleRow, middleColumn] = [(height - 1) / 2, (width - 1) / 2];
  const result = Volume.zeros(images.shape, 'float32');
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      const [y, x] = [row - middleRow, column - middleColumn];
      // Where this pixel was before the turn.
      const shares = around(middleRow + x * sin + y * cos, middleColumn + x * cos - y * sin);
      for (const [fromRow, fromColumn, share] of shares) {
        if (fromRow < 0 || fromRow >= height || fromColumn < 0 || fromColumn >= width) continue;
        for (let i = 0; i < count; i++) {
          const to = ((i * height + row) * width + column) * channels;
          const from = ((i * height + fromRow) * width + fromColumn) * channels;
          for (let c = 0; c < channels; c++) result.data[to + c]! += share * images.data[from + c]!;
        }
      }
    }
  }
  return result;
}

/** The pixels around a place between them, each with its share of it. */
function around(row: number, column: number): [row: number, column: number, share: number][] {
  const [top, left] = [Math.floor(row), Math.floor(column)];
  const [below, beside] = [row - top, column - left];
  const all: [number, number, number][] = [
    [top, left, (1 - below) * (1 - beside)],
    [top, left + 1, (1 - below) * beside],
    [top + 1, left, below * (1 - beside)],
    [top + 1, left + 1, below * beside],
  ];
  return all.filter(([, , share]) => share > 0);
}
