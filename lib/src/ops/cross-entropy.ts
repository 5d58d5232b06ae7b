import { impossible } from '../errors';
import type { Array1D, Array2D } from '../volume/nested';
import { Volume } from '../volume/volume';
import { giveBack, kindOf, toVolume } from './kind';
import { type Labels, readTargets } from './labels';
import { rowLength } from './last-axis';
import type { Like } from './like';
import { readNumberGradient } from './output-gradient';

/** What rounding may add to a probability of 1. */
const rounding = 1e-6;

/**
 * How far probabilities are from the labels: 0 when the right class has probability 1, and larger
 * without bound as it nears 0. The mean over the batch, in natural units.
 *
 *     loss = - mean over the batch of (sum over classes of target[c] * log(probability[c]))
 *
 * A class that is not wanted (target 0) counts for nothing, whatever its probability: 0 log 0 = 0. A
 * wanted class of probability 0 makes the loss Infinity (tfjs stops at about 16), one of NaN makes it
 * NaN. Where the probabilities come from softmax, `crossEntropyFromLogits` is exact for any of them.
 * Computed in float64. Formula: Goodfellow, Bengio, Courville, « Deep Learning », 2016, section 6.2.2.
 *
 * @param probabilities `[classes]` or `[batch, classes]`, from 0 to 1: nested arrays or a Volume
 * @param labels class numbers, one a row, or rows of probabilities: see `Labels`
 * @returns the loss, 0 or above
 * @throws TypeError when an argument is not made of numbers
 * @throws RangeError when shapes do not go together, a probability lies outside 0 to 1, a class does
 *   not exist or a row of labels does not add up to 1
 *
 * @example
 * ```ts
 * crossEntropy([0.5, 0.25, 0.25], 0) === Math.log(2); // => true
 * crossEntropy([[1, 0], [0.25, 0.75]], [0, 0]).toFixed(4); // => '0.6931'
 * crossEntropy([0.5, 0.5], [0.5, 0.5]).toFixed(4); // => '0.6931'
 * ```
 */
export function crossEntropy(probabilities: Array1D | Array2D | Volume, labels: Labels): number {
  const { p, targets, rows } = read(probabilities, labels, "calculer l'entropie croisée");
  let sum = 0;
  for (let i = 0; i < p.size; i++) {
    if (targets[i] !== 0) sum -= targets[i]! * Math.log(p.data[i]!);
  }
  return sum / rows;
}

/**
 * The gradient for the probabilities of `crossEntropy`.
 *
 *     dProbabilities[c] = - dOutput * target[c] / probability[c] / batch        0 where target[c] is 0
 *
 * @param dOutput of what is minimised, for the loss: 1 if the loss itself is
 * @param probabilities what `crossEntropy` was given
 * @param labels what `crossEntropy` was given
 * @returns the gradient of the probabilities, of their kind and shape
 * @throws TypeError when dOutput is not a number, and as `crossEntropy` does
 *
 * @example
 * ```ts
 * crossEntropyBackward(1, [0.5, 0.25, 0.25], 1); // => [0, -4, 0]
 * crossEntropyBackward(1, [[0.5, 0.5], [0.25, 0.75]], [0, 0]); // => [[-1, 0], [-2, 0]]
 * ```
 */
export function crossEntropyBackward<T extends Array1D | Array2D | Volume>(
  dOutput: number,
  probabilities: T,
  labels: Labels,
): Like<T> {
  const doing = "calculer le gradient de l'entropie croisée";
  const upstream = readNumberGradient(dOutput, 'la perte', doing);
  const { p, targets, rows } = read(probabilities, labels, doing);
  const dInput = Volume.zeros(p.shape, p.dtype);
  for (let i = 0; i < p.size; i++) {
    if (targets[i] !== 0) dInput.data[i] = (-upstream * targets[i]!) / p.data[i]! / rows;
  }
  return giveBack(dInput, kindOf(probabilities)) as Like<T>;
}

function read(
  probabilities: Array1D | Array2D | Volume,
  labels: Labels,
  doing: string,
): { p: Volume; targets: Float64Array; rows: number } {
  const p = toVolume(probabilities, 'les probabilités');
  const targets = readTargets(labels, p.shape, doing);
  const wrong = p.data.findIndex((value) => value < 0 || value > 1 + rounding);
  if (wrong !== -1) {
    throw new RangeError(
      impossible(
        doing,
        `une probabilité vaut ${p.data[wrong]} mais elle doit être entre 0 et 1`,
        'appliquez softmax, ou donnez les logits à crossEntropyFromLogits',
      ),
    );
  }
  return { p, targets, rows: p.size / rowLength(p.shape) };
}
