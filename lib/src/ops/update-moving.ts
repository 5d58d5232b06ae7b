import { impossible, shapeCode } from '../errors';
import { Volume } from '../volume/volume';
import { checkOption } from './check-option';
import { giveBack, kindOf, toVolume } from './kind';
import type { Like, Numbers } from './like';

/**
 * Moves an average a little towards what the last batch had: how batch normalisation gathers, step by
 * step, the mean and the variance that `batchNorm` uses at inference.
 *
 *     moving <- momentum * moving + (1 - momentum) * batch
 *
 * Any shape, both of the same. Returns a new list or Volume, of the kind of `moving`. Source: Ioffe,
 * Szegedy, « Batch Normalization », 2015, section 3.1; with Keras' momentum and, as tfjs, the variance
 * divided by n.
 *
 * @param moving the average so far
 * @param batch what `batchNormTraining` returned as `mean` or `variance`
 * @param momentum how much of the average stays, from 0 to 1. Default 0.99
 * @throws RangeError when the shapes differ or the momentum is not from 0 to 1
 *
 * @example
 * ```ts
 * updateMoving([0, 1], [2, 1], 0.75); // => [0.5, 1]
 * ```
 */
export function updateMoving<T extends Numbers>(
  moving: T,
  batch: Numbers,
  momentum = 0.99,
): Like<T> {
  const doing = 'mettre à jour la moyenne mobile';
  checkMomentum(momentum, doing);
  const old = toVolume(moving, 'la moyenne mobile');
  const now = toVolume(batch, 'la valeur du lot');
  if (shapeCode(old.shape) !== shapeCode(now.shape)) {
    throw new RangeError(
      impossible(
        doing,
        `elle a la forme ${shapeCode(old.shape)} mais la valeur du lot a la forme ${shapeCode(now.shape)}`,
        'donnez deux listes de même longueur, un nombre par canal',
      ),
    );
  }
  const output = Volume.zeros(old.shape, old.dtype);
  for (let i = 0; i < old.size; i++) {
    output.data[i] = momentum * old.data[i]! + (1 - momentum) * now.data[i]!;
  }
  return giveBack(output, kindOf(moving)) as Like<T>;
}

function checkMomentum(momentum: number, doing: string): void {
  checkOption(
    momentum >= 0 && momentum <= 1,
    'momentum',
    momentum,
    'doit être un nombre de 0 à 1',
    'donnez par exemple 0.99',
    doing,
  );
}
