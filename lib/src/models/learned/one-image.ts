import { impossible, shapeCode } from '../../errors';
import type { Tensor } from '../../tf/tensors';
import { flatten, type Array2D, type Array3D } from '../../volume/nested';
import { Volume } from '../../volume/volume';

/**
 * One image as the model is given it: `[height, width, channels]`, `[height, width]` where the model reads one
 * channel, or a batch of one, as `pickImages(test, [7]).images`.
 */
export type OneImage = Volume | Tensor | Array2D | Array3D;

/**
 * Reads one image for a model.
 *
 * @param wanted the model's input without the batch; null where any length will do
 * @returns float32 `[height, width, channels]`, a copy
 * @throws RangeError when it is of another size, or more than one
 */
export function readImage(
  doing: string,
  image: OneImage,
  wanted: readonly (number | null)[],
): Volume {
  const { shape, values } = numbersOf(image);
  const single = shape.length === 4 && shape[0] === 1 ? shape.slice(1) : shape;
  const full = single.length === 2 ? [...single, 1] : single;
  if (full.length === wanted.length && wanted.every((n, i) => n === null || n === full[i])) {
    return new Volume(full, Float32Array.from(values));
  }
  const many = shape.length === 4 && shape[0] !== 1;
  const read = `[${wanted.map((n) => n ?? 'libre').join(', ')}]`;
  throw new RangeError(
    impossible(
      doing,
      `l’image a la forme ${shapeCode(shape)} mais le modèle lit ${read}`,
      many
        ? 'donnez une image à la fois, par exemple pickImages(test, [0]).images'
        : 'donnez une image de cette taille, par exemple avec resize(image, hauteur, largeur)',
    ),
  );
}

function numbersOf(image: OneImage): { shape: readonly number[]; values: ArrayLike<number> } {
  if (image instanceof Volume) return { shape: image.shape, values: image.data };
  // A student may give anything at all.
  const given: unknown = image;
  if (typeof given === 'object' && given !== null && 'dataSync' in image)
    return { shape: image.shape, values: image.dataSync() };
  return flatten(image, 'l’image');
}
