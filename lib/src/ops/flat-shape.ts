import { impossible, shapeCode } from '../errors';

/**
 * The shape of what `flatten` makes: `[h * w * c]` of an image, `[batch, h * w * c]` of a batch.
 *
 * @throws RangeError when the rank is not 2, 3 or 4
 */
export function flatShape(shape: readonly number[], doing: string): number[] {
  const product = (axes: readonly number[]): number => axes.reduce((a, b) => a * b, 1);
  if (shape.length === 2 || shape.length === 3) return [product(shape)];
  if (shape.length === 4) return [shape[0]!, product(shape.slice(1))];
  throw new RangeError(
    impossible(
      doing,
      `l'entrée a la forme ${shapeCode(shape)}, de rang ${shape.length}, mais il faut un rang de 2, 3 ou 4`,
      'donnez une image [hauteur, largeur], [hauteur, largeur, canaux] ou un lot [lot, hauteur, largeur, canaux]',
    ),
  );
}
