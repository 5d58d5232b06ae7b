import { impossible, shapeCode, valueText } from '../errors';

/** 8 GB of float32: more than a machine of the course has. */
const largestSize = 2 ** 31;

/**
 * How many numbers a shape holds.
 *
 * @throws RangeError when it is no shape, or holds more than a Volume can
 */
export function sizeOf(shape: readonly number[]): number {
  const given: unknown = shape;
  if (!Array.isArray(given)) {
    throw new TypeError(
      impossible(
        'créer un Volume',
        `la forme est ${valueText(shape)} mais il faut une liste d'entiers, un par axe`,
        'donnez une forme comme [5, 5] ou [32, 32, 3]',
      ),
    );
  }
  const valid = shape.length > 0 && shape.every((length) => Number.isInteger(length) && length > 0);
  if (!valid) {
    throw new RangeError(
      impossible(
        'créer un Volume',
        `la forme est ${shapeCode(shape)} mais chaque axe doit être un entier d'au moins 1`,
        'donnez une forme comme [5, 5] ou [32, 32, 3]',
      ),
    );
  }
  const size = shape.reduce((product, length) => product * length, 1);
  if (size <= largestSize) return size;
  throw new RangeError(
    impossible(
      'créer un Volume',
      `la forme ${shapeCode(shape)} demande ${size} nombres mais un Volume en tient au plus ${largestSize}`,
      'donnez une forme plus petite',
    ),
  );
}
