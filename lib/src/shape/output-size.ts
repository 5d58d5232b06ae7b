import { impossible } from '../errors';
import { type Padding, padAxis } from './pad-axis';

export type { OutputSize } from './output-size-type';

/**
 * How many positions a filter takes along one axis: the length of the output.
 *
 * - padding `P` zeros on each side: `floor((N - F + 2P) / S) + 1`
 * - `'valid'`: no padding, so `floor((N - F) / S) + 1`
 * - `'same'`: as many zeros as it takes to cover the input: `ceil(N / S)`
 *
 * Positions that a stride leaves incomplete are dropped (hence the floor), as TensorFlow does.
 * Formula: V. Dumoulin, F. Visin, « A guide to convolution arithmetic for deep learning », 2016.
 *
 * @param inputSize N, length of the input along the axis, at least 1
 * @param filterSize F, length of the filter along the axis, at least 1
 * @param stride S, whole number of at least 1
 * @param padding `'valid'`, `'same'` or P, a whole number of at least 0
 * @returns a whole number of at least 1
 * @throws RangeError when a size is not a whole number in its range, or the filter is longer than
 *   the padded input
 *
 * @example
 * ```ts
 * outputSize(7, 3); // => 5
 * outputSize(7, 3, 2); // => 3
 * outputSize(227, 11, 4); // => 55
 * outputSize(32, 5, 1, 2); // => 32
 * outputSize(7, 3, 2, 'same'); // => 4
 * ```
 */
export function outputSize(
  inputSize: number,
  filterSize: number,
  stride = 1,
  padding: Padding = 'valid',
): number {
  const doing = 'calculer la taille de sortie';
  const axis = padAxis(inputSize, filterSize, stride, padding, doing);
  if (axis.outputSize < 1) {
    throw new RangeError(
      impossible(
        doing,
        `le filtre a une taille de ${filterSize} mais l'entrée, remplissage compris, a une taille de ${axis.paddedSize}`,
        `utilisez padding: 'same' ou un filtre de taille ${axis.paddedSize} au plus`,
      ),
    );
  }
  return axis.outputSize;
}
