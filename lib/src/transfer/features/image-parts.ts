import { impossible, shapeCode } from '../../errors';
import type { LayersModel } from '../../tf/models';
import { Volume } from '../../volume/volume';

/** Some of the images, not copied. */
export function someOf({ shape, data }: Volume, from: number, to: number): Volume {
  const [, ...each] = shape;
  const size = each.reduce((product, length) => product * length, 1);
  return new Volume([to - from, ...each], data.subarray(from * size, to * size));
}

/**
 * Images as the model takes them.
 *
 * @param prepare makes them so; left out, they are
 * @throws RangeError when they are not
 */
export function readyFor(
  model: LayersModel,
  images: Volume,
  prepare: (images: Volume) => Volume = (same) => same,
): Volume {
  const ready = prepare(images);
  const wanted = model.inputs[0]!.shape.slice(1);
  const [count, ...found] = ready.shape;
  const fits =
    found.length === wanted.length && wanted.every((n, i) => n === null || n === found[i]);
  if (fits && count === images.shape[0]) return ready;
  throw new RangeError(
    impossible(
      'extraire les caractéristiques',
      `les images ont la forme ${shapeCode(ready.shape)} mais le réseau lit [${images.shape[0]}, ${wanted.map((n) => n ?? 'libre').join(', ')}]`,
      'donnez des images de cette taille, ou prepare, qui les y amène',
    ),
  );
}
