import { impossible, shapeCode } from '../../errors';
import { Volume } from '../../volume/volume';

/** What is done to one image, in this order; what is left out is not done. */
export interface ImageChange {
  /** Only this window of the image is kept, and brought to the image's size again. In pixels, parts of one too. */
  crop?: { top: number; left: number; height: number; width: number };
  /** Left and right change places. */
  flip?: boolean;
  /** So many pixels down and to the right, whole ones; the edge is repeated where nothing comes from. */
  shift?: readonly [down: number, right: number];
  /** Every number is multiplied by it. Nothing is cut off above. */
  brightness?: number;
}

/**
 * A changed image: another one of the same thing. `augmentation` draws such changes.
 *
 * @param image `[height, width, channels]`
 * @returns a new one of the same shape
 * @throws RangeError when it is no image
 *
 * @example
 * ```ts
 * const image = Volume.from([[[1], [2], [3], [4]]]);
 * augmentImage(image, { flip: true }).toNested(3); // => [[[4], [3], [2], [1]]]
 * augmentImage(image, { shift: [0, 1] }).toNested(3); // => [[[1], [1], [2], [3]]]
 * augmentImage(image, { brightness: 0.5 }).toNested(3); // => [[[0.5], [1], [1.5], [2]]]
 * ```
 */
export function augmentImage(image: Volume, change: ImageChange): Volume {
  if (image.rank !== 3) {
    throw new RangeError(
      impossible(
        'modifier l’image',
        `elle a la forme ${shapeCode(image.shape)} mais il faut [hauteur, largeur, canaux]`,
        'donnez une image à la fois, par exemple Volume.from([[[0], [1]]])',
      ),
    );
  }
  const changed: Volume = Volume.zeros(image.shape, image.dtype);
  writeChanged(changed.data, image.data, image.shape, change);
  return changed;
}

/** The same, from numbers to numbers. */
export function writeChanged(
  to: Float32Array | Float64Array,
  from: Float32Array | Float64Array,
  [height = 0, width = 0, channels = 0]: readonly number[],
  { crop, flip = false, shift = [0, 0], brightness = 1 }: ImageChange,
): void {
  const rows = sourcesOf(height, crop?.top ?? 0, crop?.height ?? height, shift[0], false);
  const columns = sourcesOf(width, crop?.left ?? 0, crop?.width ?? width, shift[1], flip);
  let place = 0;
  for (const { before: top, after: bottom, share: down } of rows) {
    for (const { before: left, after: right, share: across } of columns) {
      const [a, b] = [(top * width + left) * channels, (top * width + right) * channels];
      const [c, d] = [(bottom * width + left) * channels, (bottom * width + right) * channels];
      for (let i = 0; i < channels; i++) {
        const upper = between(from[a + i]!, from[b + i]!, across);
        const lower = between(from[c + i]!, from[d + i]!, across);
        to[place++] = brightness * between(upper, lower, down);
      }
    }
  }
}

/** Where a row or a column comes from: between two of the image, `share` of the way. */
interface Source {
  before: number;
  after: number;
  share: number;
}

/** The sources along one axis: a window of `span` from `start` on, spread over the whole length. */
function sourcesOf(
  length: number,
  start: number,
  span: number,
  shift: number,
  mirrored: boolean,
): Source[] {
  const inside = (x: number): number => Math.min(length - 1, Math.max(0, x));
  return Array.from({ length }, (_, i) => {
    const moved = inside(i - shift);
    const turned = mirrored ? length - 1 - moved : moved;
    // Pixels are squares: the middle of the first lies half a pixel behind the edge.
    const x = inside(start + ((turned + 0.5) * span) / length - 0.5);
    const before = Math.floor(x);
    return { before, after: inside(before + 1), share: x - before };
  });
}

function between(a: number, b: number, share: number): number {
  return a + share * (b - a);
}
