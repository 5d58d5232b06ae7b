import { readTemperature, type SoftmaxOptions } from '../../ops/softmax';
import type { Volume } from '../../volume/volume';
import { checkGradient, checkVolume } from '../engine/check';
import { run } from '../engine/engine';
import { place, result, scope } from '../engine/scope';

/** Operations for a number, roughly: most of them of its exponential. */
const workEach = 30;

/**
 * `softmax` of the plain operations in float32, along the last axis: the same option and errors.
 *
 * @throws TypeError when the logits are not a Volume, RangeError as the plain `softmax` does
 *
 * @example
 * ```ts
 * fast.softmax(Volume.from([[0, 0], [5, 5]])).toNested(2); // => [[0.5, 0.5], [0.5, 0.5]]
 * ```
 */
export function softmax(logits: Volume, options: SoftmaxOptions = {}): Volume {
  const doing = 'calculer softmax';
  checkVolume(logits, 'les logits', doing);
  const temperature = readTemperature(options, doing);
  const columns = logits.shape.at(-1)!;
  return scope(() => {
    const { volume, at } = result(logits.shape);
    const share = { over: logits.size / columns, work: workEach * logits.size };
    run('softmaxRows', share, place(logits), at, columns, temperature);
    return volume;
  });
}

/**
 * The gradient of `softmax` for the logits.
 *
 * @param dOutput of the output's shape
 * @param logits what `softmax` was given
 * @param options what `softmax` was given
 *
 * @example
 * ```ts
 * fast.softmaxBackward(Volume.from([1, 0]), Volume.from([0, 0])).toNested(1); // => [0.25, -0.25]
 * ```
 */
export function softmaxBackward(
  dOutput: Volume,
  logits: Volume,
  options: SoftmaxOptions = {},
): Volume {
  const doing = 'calculer le gradient de softmax';
  checkVolume(logits, 'les logits', doing);
  const temperature = readTemperature(options, doing);
  checkGradient(dOutput, logits.shape, doing);
  const columns = logits.shape.at(-1)!;
  return scope(() => {
    const { volume, at } = result(logits.shape);
    const share = { over: logits.size / columns, work: workEach * logits.size };
    const [dy, x] = [place(dOutput), place(logits)];
    run('softmaxRowsBackward', share, dy, x, at, columns, temperature, 0);
    return volume;
  });
}
