import type { Volume } from '../../volume/volume';
import { checkGradient, checkVolume } from '../engine/check';
import { run } from '../engine/engine';
import { place, result, scope } from '../engine/scope';

/**
 * max(x, 0) for each number, in float32. Any shape; NaN goes through.
 *
 * @example
 * ```ts
 * const x = new Volume([2, 2], Float32Array.of(-1, 2, 0, 3));
 * fast.relu(x).toNested(2); // => [[0, 2], [0, 3]]
 * ```
 */
export function relu(input: Volume): Volume {
  checkVolume(input, "l'entrée", 'calculer relu');
  return scope(() => {
    const { volume, at } = result(input.shape);
    run('relu', { over: input.size, work: input.size }, place(input), at);
    return volume;
  });
}

/**
 * The gradient for the input of `relu`: dOutput where the input was above 0, else 0.
 *
 * @example
 * ```ts
 * const x = new Volume([3], Float32Array.of(-1, 0, 2));
 * const dOutput = new Volume([3], Float32Array.of(10, 20, 30));
 * fast.reluBackward(dOutput, x).toNested(1); // => [0, 0, 30]
 * ```
 */
export function reluBackward(dOutput: Volume, input: Volume): Volume {
  const doing = 'calculer le gradient de relu';
  checkVolume(input, "l'entrée", doing);
  checkGradient(dOutput, input.shape, doing);
  return scope(() => {
    const { volume, at } = result(input.shape);
    const { size } = input;
    run('reluBackward', { over: size, work: size }, place(dOutput), place(input), at);
    return volume;
  });
}
