import { createHash } from 'node:crypto';

import { resize } from '../../images/resize';
import { toGray } from '../../images/to-gray';
import { Volume } from '../../volume/volume';

/** Rows and columns of the small picture that is compared. */
const cells = 9;

/** Two neighbours that differ by less, out of 255, count as equal: a plain ground has no slopes. */
const flat = 3;

/** A picture with fewer slopes, of 144, shows too little to be told from another by them: a blue sky. */
const fewest = 16;

/** What two pictures are compared by. */
export interface Signature {
  /** Of all pixels: the same for the same picture in another format without loss. */
  exact: string;
  asItIs: View;
  mirrored: View;
}

interface View {
  /** Where the small picture, in grey, rises (1), falls (-1) or stays (0): between neighbours of a row or a column. */
  slopes: Int8Array;
  /** How far its colours are from their mean: the light of the picture does not count. */
  colours: Float32Array;
}

/**
 * A hash of a picture's pixels, and a perceptual one: another size, another quality of JPEG, a little more light or
 * a narrow border cut off change little of it.
 *
 * Source of the slopes: the « difference hash » (N. Krawetz, 2013), here in both directions and with its ties.
 *
 * @param image `[height, width, 3]`, whole numbers from 0 to 255
 */
export function signatureOf(image: Volume): Signature {
  const small = resize(image, cells, cells);
  return { exact: pixelHash(image), asItIs: viewOf(small), mirrored: viewOf(mirror(small)) };
}

/** A hash of a picture's size and of all its pixels, whole numbers from 0 to 255. */
export function pixelHash(image: Volume): string {
  const pixels = Uint8Array.from(image.data);
  return createHash('sha256')
    .update(`${image.shape.join(' ')}\0`)
    .update(pixels)
    .digest('base64');
}

/**
 * Whether two pictures are nearly the same, or one nearly the other in a mirror.
 *
 * @param near up to how many slopes may differ, one from rising to falling counting twice; up to a third of that, out of
 *   255, may colours differ on the mean
 */
export function areAlike(one: Signature, other: Signature, near: number): boolean {
  const { slopes, colours } = one.asItIs;
  if (slopes.filter((slope) => slope !== 0).length < fewest) return false;
  return [other.asItIs, other.mirrored].some(
    (view) =>
      difference(slopes, view.slopes, near) <= near &&
      difference(colours, view.colours) / colours.length <= near / 3,
  );
}

/** The sum of differences, given up once it is above `most`. */
function difference(
  one: Int8Array | Float32Array,
  other: Int8Array | Float32Array,
  most = Infinity,
): number {
  let sum = 0;
  for (let i = 0; i < one.length && sum <= most; i++) sum += Math.abs(one[i]! - other[i]!);
  return sum;
}

function viewOf(small: Volume): View {
  const gray = toGray(small);
  const slopes: number[] = [];
  const at = (row: number, col: number): number => gray.data[row * cells + col] as number;
  const slope = (from: number, to: number): number =>
    Math.abs(to - from) < flat ? 0 : Math.sign(to - from);
  for (let row = 0; row < cells; row++) {
    for (let col = 0; col + 1 < cells; col++) {
      slopes.push(slope(at(row, col), at(row, col + 1)), slope(at(col, row), at(col + 1, row)));
    }
  }
  const means = [0, 0, 0];
  small.data.forEach((value, i) => (means[i % 3]! += value / (cells * cells)));
  const colours = Float32Array.from(small.data, (value, i) => value - means[i % 3]!);
  return { slopes: Int8Array.from(slopes), colours };
}

function mirror(small: Volume): Volume {
  const mirrored = Volume.zeros([cells, cells, 3], 'float32');
  for (let place = 0; place < cells * cells; place++) {
    const col = place % cells;
    const from = (place - col + (cells - 1 - col)) * 3;
    mirrored.data.set(small.data.subarray(from, from + 3), place * 3);
  }
  return mirrored;
}
