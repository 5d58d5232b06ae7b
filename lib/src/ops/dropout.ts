import { Volume } from '../volume/volume';
import { dropoutMask, type DropoutOptions } from './dropout-mask';
import { giveBack, kindOf, toVolume } from './kind';
import type { Like, Numbers } from './like';
import { readOutputGradient } from './output-gradient';

/**
 * Dropout, as training applies it: makes a share of the numbers 0, at random, and enlarges the others
 * so that the sum stays the same on average (« inverted » dropout: at prediction nothing is to be done).
 *
 *     output[i] = input[i] * mask[i]        mask[i] = 0 with probability rate, else 1 / (1 - rate)
 *
 * Any shape, which output and mask keep. The numbers drawn depend on the seed and on a number's place
 * alone, on any machine; tfjs draws others. Where the mask is 0 the output is 0, were the input NaN;
 * elsewhere NaN goes through. The input is not changed. Formula: Srivastava et al., « Dropout: A
 * Simple Way to Prevent Neural Networks from Overfitting », 2014, section 4 (there the weights are
 * made smaller at prediction instead).
 *
 * @param input nested arrays or a Volume; the results are of the same kind
 * @returns `output`, and the `mask` it was multiplied by
 * @throws TypeError when the input is not an array of numbers
 * @throws RangeError when the rate is not from 0 to 1 (excluded) or the seed is not a whole number
 *
 * @example
 * ```ts
 * const { output, mask } = dropout([1, 2, 3, 4, 5, 6], { rate: 0.5, seed: 1 });
 * mask; // => [2, 0, 2, 2, 2, 0]
 * output; // => [2, 0, 6, 8, 10, 0]
 * ```
 */
export function dropout<T extends Numbers>(
  input: T,
  options: DropoutOptions,
): { output: Like<T>; mask: Like<T> } {
  const x = toVolume(input, "l'entrée");
  const mask = dropoutMask(x.size, options, 'appliquer le dropout');
  return {
    output: giveBack(masked(x, mask), kindOf(input)) as Like<T>,
    mask: giveBack(masked(ones(x), mask), kindOf(input)) as Like<T>,
  };
}

/**
 * The gradient for the input of `dropout`: dOutput times the mask, which the seed gives again.
 *
 * @param dOutput of the loss, for each number of `output`: of the input's shape
 * @param input what `dropout` was given
 * @param options what `dropout` was given
 * @returns the gradient of the input, of its kind and shape
 * @throws RangeError when the shapes differ, and as `dropout` does
 *
 * @example
 * ```ts
 * dropoutBackward([1, 1, 1], [7, 8, 9], { rate: 0.5, seed: 1 }); // => [2, 0, 2]
 * ```
 */
export function dropoutBackward<T extends Numbers>(
  dOutput: Numbers,
  input: T,
  options: DropoutOptions,
): Like<T> {
  const doing = 'calculer le gradient du dropout';
  const x = toVolume(input, "l'entrée");
  const mask = dropoutMask(x.size, options, doing);
  const upstream = readOutputGradient(dOutput, x.shape, doing);
  const dInput = Volume.zeros(x.shape, x.dtype);
  dInput.data.set(masked(upstream, mask).data);
  return giveBack(dInput, kindOf(input)) as Like<T>;
}

function masked(x: Volume, mask: Float64Array): Volume {
  const output = Volume.zeros(x.shape, x.dtype);
  for (let i = 0; i < x.size; i++) output.data[i] = mask[i] === 0 ? 0 : x.data[i]! * mask[i]!;
  return output;
}

function ones(like: Volume): Volume {
  const volume = Volume.zeros(like.shape, like.dtype);
  volume.data.fill(1);
  return volume;
}
