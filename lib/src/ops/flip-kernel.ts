import { impossible, shapeCode } from '../errors';
import type { Array1D, Array2D, Array3D, Array4D, NestedArray } from '../volume/nested';
import { Volume } from '../volume/volume';
import { giveBack, kindOf, toVolume } from './kind';

/**
 * Turns a kernel by half a turn: its rows and its columns in reverse order.
 *
 * Networks slide the kernel as it stands (cross-correlation). The convolution of mathematicians
 * slides it flipped, `conv2d(image, flipKernel(kernel))`: see `trueConv2d`. Both agree where the kernel is its own
 * flip, as the edge and sharpen kernels of the course are.
 *
 * Shapes: `[length]`, `[height, width]`, a bank `[length, channels, filters]` or `[height, width,
 * channels, filters]`, of which each channel of each filter is flipped in place; the result has the
 * same. Any range of values; the argument is not changed. Flipping twice gives the kernel again.
 * Formula: Goodfellow, Bengio, Courville, « Deep Learning », 2016, eq. 9.4 and 9.6.
 *
 * @throws TypeError when the kernel is not an array of numbers
 * @throws RangeError when its rank is not 1 to 4
 *
 * @example
 * ```ts
 * flipKernel([1, 0, -1]); // => [-1, 0, 1]
 * flipKernel([[1, 2], [3, 4]]); // => [[4, 3], [2, 1]]
 * ```
 */
export function flipKernel(kernel: Volume): Volume;
export function flipKernel(kernel: Array1D): number[];
export function flipKernel(kernel: Array2D): number[][];
export function flipKernel(kernel: Array3D): number[][][];
export function flipKernel(kernel: Array4D): number[][][][];
export function flipKernel(kernel: Volume | NestedArray): Volume | NestedArray {
  const filters = toVolume(kernel, 'le noyau');
  if (filters.rank > 4) {
    throw new RangeError(
      impossible(
        'retourner le noyau',
        `il a la forme ${shapeCode(filters.shape)}, de rang ${filters.rank}, mais il faut un rang de 1 à 4`,
        'donnez un noyau [longueur], [hauteur, largeur], [longueur, canaux, filtres] ou [hauteur, largeur, canaux, filtres]',
      ),
    );
  }
  const isBank = filters.rank > 2;
  const [channels = 1, count = 1] = isBank ? filters.shape.slice(-2) : [];
  const numbersAPlace = channels * count;
  const places = filters.size / numbersAPlace;

  const flipped = Volume.zeros(filters.shape, filters.dtype);
  for (let place = 0; place < places; place++) {
    const from = place * numbersAPlace;
    const values = filters.data.subarray(from, from + numbersAPlace);
    // Reversing both rows and columns is reversing the places as they lie in memory.
    flipped.data.set(values, (places - 1 - place) * numbersAPlace);
  }
  return giveBack(flipped, kindOf(kernel));
}
