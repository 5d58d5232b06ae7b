import path from 'node:path';

import { impossible, valueText } from '../errors';
import { datasetsFolder } from './datasets-root';

const digits = [3, 5, 7];

/**
 * A picture of a digit to try {@link readDigit} with before one's own: curves painted by a program,
 * as `datasets/drawn/README.md` says, in a different size, place and colour each.
 *
 * @param digit 3 (pencil), 5 (chalk on a board) or 7 (felt pen)
 * @returns the path of a PNG file
 * @throws RangeError when there is no such picture
 *
 * @example
 * ```ts
 * (await readDigit(drawnDigit(7))).shape; // => [28, 28, 1]
 * ```
 */
export function drawnDigit(digit: 3 | 5 | 7): string {
  if (!digits.includes(digit)) {
    throw new RangeError(
      impossible(
        "donner l'image d'un chiffre dessiné",
        `il n'y en a pas pour ${valueText(digit)}`,
        'demandez 3, 5 ou 7, ou donnez à readDigit le chemin de votre image',
      ),
    );
  }
  return path.join(datasetsFolder(), 'drawn', `${digit}.png`);
}
