import type { Array1D, Array2D } from '../volume/nested';
import type { Volume } from '../volume/volume';
import { giveBack, kindOf, toVolume } from './kind';
import { type Labels, readTargets } from './labels';
import { mapRows, rowLength } from './last-axis';
import type { Like } from './like';
import { logSoftmaxOf } from './log-softmax';
import { readNumberGradient } from './output-gradient';
import { softmaxOf } from './softmax';

/**
 * `crossEntropy` of `softmax(logits)`, in one: exact where the probability itself would be rounded to
 * 0 or 1. What a network for classes minimises; its last layer then has no activation. The mean over
 * the batch, in natural units.
 *
 *     loss = - mean over the batch of (sum over classes of target[c] * logSoftmax(logits)[c])
 *
 * Any range of values: logits of 1000 do no harm. A class that is not wanted (target 0) counts in the
 * sum of exponentials only. A wanted class of logit -Infinity makes the loss Infinity; NaN or
 * +Infinity among the logits make it NaN. Computed in float64. Formula: Goodfellow, Bengio, Courville,
 * « Deep Learning », 2016, eq. 6.30.
 *
 * @param logits `[classes]` or `[batch, classes]`: nested arrays or a Volume
 * @param labels class numbers, one a row, or rows of probabilities: see `Labels`
 * @returns the loss, 0 or above
 * @throws TypeError when an argument is not made of numbers
 * @throws RangeError when shapes do not go together, a class does not exist or a row of labels does
 *   not add up to 1
 *
 * @example
 * ```ts
 * crossEntropyFromLogits([3, 3], 0) === Math.log(2); // => true
 * crossEntropyFromLogits([[0, 1000], [1000, 0]], [0, 0]); // => 500
 * ```
 */
export function crossEntropyFromLogits(logits: Array1D | Array2D | Volume, labels: Labels): number {
  const z = toVolume(logits, 'les logits');
  const targets = readTargets(labels, z.shape, "calculer l'entropie croisée");
  const classes = rowLength(z.shape);
  let sum = 0;
  for (let start = 0; start < z.size; start += classes) {
    const logP = logSoftmaxOf(z.data.subarray(start, start + classes));
    for (let c = 0; c < classes; c++) {
      const target = targets[start + c]!;
      if (target !== 0) sum -= target * logP[c]!;
    }
  }
  return sum / (z.size / classes);
}

/**
 * The gradient for the logits of `crossEntropyFromLogits`: what is predicted less what is wanted.
 *
 *     dLogits[c] = dOutput * (softmax(logits)[c] - target[c]) / batch
 *
 * @param dOutput of what is minimised, for the loss: 1 if the loss itself is
 * @param logits what `crossEntropyFromLogits` was given
 * @param labels what `crossEntropyFromLogits` was given
 * @returns the gradient of the logits, of their kind and shape
 * @throws TypeError when dOutput is not a number, and as `crossEntropyFromLogits` does
 *
 * @example
 * ```ts
 * crossEntropyFromLogitsBackward(1, [3, 3], 0); // => [-0.5, 0.5]
 * crossEntropyFromLogitsBackward(1, [[3, 3], [0, 1000]], [1, 0]); // => [[0.25, -0.25], [-0.5, 0.5]]
 * ```
 */
export function crossEntropyFromLogitsBackward<T extends Array1D | Array2D | Volume>(
  dOutput: number,
  logits: T,
  labels: Labels,
): Like<T> {
  const doing = "calculer le gradient de l'entropie croisée";
  const upstream = readNumberGradient(dOutput, 'la perte', doing);
  const z = toVolume(logits, 'les logits');
  const targets = readTargets(labels, z.shape, doing);
  const rows = z.size / rowLength(z.shape);
  const dLogits = mapRows(z, (row, result, index) => {
    const p = softmaxOf(row);
    for (let c = 0; c < row.length; c++) {
      result[c] = (upstream * (p[c]! - targets[index * row.length + c]!)) / rows;
    }
  });
  return giveBack(dLogits, kindOf(logits)) as Like<T>;
}
