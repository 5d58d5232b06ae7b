import { type Labels, readTargets } from '../../ops/labels';
import { readNumberGradient } from '../../ops/output-gradient';
import type { Volume } from '../../volume/volume';
import { checkVolume } from '../engine/check';
import { scope } from '../engine/scope';
import { logSoftmax } from './log-softmax';
import { softmax } from './softmax';

/**
 * `crossEntropyFromLogits` of the plain operations in float32: the same arguments and errors.
 *
 * @param logits `[classes]` or `[batch, classes]`
 * @param labels class numbers, or rows of probabilities
 * @returns the mean over the batch
 * @throws TypeError when the logits are not a Volume, RangeError as the plain operation does
 *
 * @example
 * ```ts
 * fast.crossEntropyFromLogits(Volume.from([[0, 0], [3, 3]]), [0, 1]).toFixed(4); // => '0.6931'
 * ```
 */
export function crossEntropyFromLogits(logits: Volume, labels: Labels): number {
  const doing = "calculer l'entropie croisée";
  checkVolume(logits, 'les logits', doing);
  const targets = readTargets(labels, logits.shape, doing);
  return scope(() => {
    const { data } = logSoftmax(logits);
    let sum = 0;
    for (let i = 0; i < data.length; i++) {
      if (targets[i] !== 0) sum -= targets[i]! * data[i]!;
    }
    return sum / (data.length / logits.shape.at(-1)!);
  });
}

/**
 * The gradient of `crossEntropyFromLogits` for the logits.
 *
 * @param dOutput of what follows the loss, usually 1
 * @param logits what `crossEntropyFromLogits` was given
 * @param labels what `crossEntropyFromLogits` was given
 *
 * @example
 * ```ts
 * fast.crossEntropyFromLogitsBackward(1, Volume.from([0, 0]), 0).toNested(1); // => [-0.5, 0.5]
 * ```
 */
export function crossEntropyFromLogitsBackward(
  dOutput: number,
  logits: Volume,
  labels: Labels,
): Volume {
  const doing = "calculer le gradient de l'entropie croisée";
  const upstream = readNumberGradient(dOutput, 'la perte', doing);
  checkVolume(logits, 'les logits', doing);
  const targets = readTargets(labels, logits.shape, doing);
  const scale = upstream / (logits.size / logits.shape.at(-1)!);
  return scope(() => {
    const dLogits = softmax(logits);
    const { data } = dLogits;
    for (let i = 0; i < data.length; i++) data[i] = (data[i]! - targets[i]!) * scale;
    return dLogits;
  });
}
