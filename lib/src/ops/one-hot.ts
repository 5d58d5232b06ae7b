import { impossible, shapeCode, valueText } from '../errors';
import type { Array1D } from '../volume/nested';
import { arrayOf, Volume } from '../volume/volume';
import { giveBack, kindOf, toVolume } from './kind';
import { oneHotRows } from './labels';

/** The type of the rows that `oneHot` makes of labels `T`. */
export type OneHotLike<T> = T extends number ? number[] : T extends Volume ? Volume : number[][];

/**
 * Class numbers as rows of 0 and a single 1: the probabilities that a perfect prediction would give.
 *
 *     output[i][c] = 1 if labels[i] = c, else 0
 *
 * | labels    | output               |
 * |-----------|----------------------|
 * | a number  | `[classes]`          |
 * | `[batch]` | `[batch, classes]`   |
 *
 * There is no gradient: labels are whole numbers.
 *
 * @param labels class numbers from 0 to `classes - 1`: one, a list or a Volume of rank 1
 * @param classes how many classes there are, at least 1
 * @throws TypeError when the labels are not numbers
 * @throws RangeError when a label is no such number (NaN, 1.5, -1, `classes` …), the labels have
 *   another rank, or `classes` is not a whole number of at least 1
 *
 * @example
 * ```ts
 * oneHot([0, 2], 3); // => [[1, 0, 0], [0, 0, 1]]
 * oneHot(1, 3); // => [0, 1, 0]
 * ```
 */
export function oneHot<T extends number | Array1D | Volume>(
  labels: T,
  classes: number,
): OneHotLike<T> {
  const doing = 'coder les étiquettes en one-hot';
  if (!Number.isInteger(classes) || classes < 1) {
    throw new RangeError(
      impossible(
        doing,
        `le nombre de classes est ${valueText(classes)} mais il doit être un entier d'au moins 1`,
        'donnez par exemple 10 pour les chiffres de 0 à 9',
      ),
    );
  }
  if (typeof labels === 'number') {
    return [...oneHotRows([labels], classes, doing)] as OneHotLike<T>;
  }
  const list = toVolume(labels, 'les étiquettes');
  if (list.rank !== 1) {
    throw new RangeError(
      impossible(
        doing,
        `les étiquettes ont la forme ${shapeCode(list.shape)}, de rang ${list.rank}, mais il faut un rang de 1`,
        'donnez une liste de numéros de classe',
      ),
    );
  }
  const rows = arrayOf(list.dtype, oneHotRows(list.data, classes, doing));
  return giveBack(new Volume([list.size, classes], rows), kindOf(labels)) as OneHotLike<T>;
}
