import { impossible, shapeCode } from '../errors';

/**
 * `[batch, height, width, channels]` of an image that may lack a batch and channels.
 *
 * @throws RangeError when the rank is not 2, 3 or 4
 */
export function imageAxes(
  shape: readonly number[],
  doing: string,
): [number, number, number, number] {
  const [a = 1, b = 1, c = 1, d = 1] = shape;
  if (shape.length === 2) return [1, a, b, 1];
  if (shape.length === 3) return [1, a, b, c];
  if (shape.length === 4) return [a, b, c, d];
  throw new RangeError(
    impossible(
      doing,
      `l'image a la forme ${shapeCode(shape)}, de rang ${shape.length}, mais il faut un rang de 2, 3 ou 4`,
      'donnez une image [hauteur, largeur], [hauteur, largeur, canaux] ou un lot [lot, hauteur, largeur, canaux]',
    ),
  );
}
