import { impossible, shapeText } from '../errors';
import { flatten } from '../volume/nested';
import { Volume } from '../volume/volume';

/** A vector as students have it: a list, or a Volume of shape [length]. */
export type VectorInput = readonly number[] | Volume;

/**
 * The numbers of a vector.
 *
 * @param what how an error names it: « les logits »
 * @throws RangeError when the rank is not 1, TypeError when it is no array of numbers
 */
export function toVector(input: VectorInput, what = 'le vecteur'): number[] {
  const { shape, values } =
    input instanceof Volume
      ? { shape: input.shape, values: Array.from(input.data) }
      : flatten(input, what);
  if (shape.length !== 1) {
    throw new RangeError(
      impossible(
        `dessiner ${what}`,
        `un vecteur était attendu mais sa forme est ${shapeText(shape)}`,
        'donnez une liste de nombres, ou aplatissez avec flatten()',
      ),
    );
  }
  return values;
}
