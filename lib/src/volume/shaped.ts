import type { Volume as Volume1 } from './rank-1';
import type { Volume as Volume2 } from './rank-2';
import type { Volume as Volume3 } from './rank-3';
import type { Volume as Volume4 } from './rank-4';
import { Volume as AnyVolume } from './volume';
import type { VolumeOf } from './volume-of';

export type { DType } from './dtype';

/**
 * An array of numbers with a shape: an image, a filter, a feature map, a batch of them.
 *
 * As a type it may say the shape: `Volume<32, 32, 3>` is an image of 32 by 32 with 3 channels,
 * `Volume<number, 28, 28, 1>` a batch of unknown length. Ranks 1 to 4 can be told; plain `Volume` is
 * any of them. An operation on known shapes gives a known shape, and does not compile where they do
 * not go together.
 *
 * Layouts, as in tfjs: an image is `[height, width]` or `[height, width, channels]`, a batch
 * `[batch, height, width, channels]`, a bank of filters `[height, width, inChannels, outChannels]`.
 */
export type Volume<
  A extends number = never,
  B extends number = never,
  C extends number = never,
  D extends number = never,
> = [D] extends [never]
  ? [C] extends [never]
    ? [B] extends [never]
      ? [A] extends [never]
        ? AnyVolume
        : Volume1<A>
      : Volume2<A, B>
    : Volume3<A, B, C>
  : Volume4<A, B, C, D>;

type AnyVolumeClass = typeof AnyVolume;

/** The class, whose `new Volume(shape, data)` knows what of the shape is written out. */
interface VolumeClass extends AnyVolumeClass {
  new <const S extends readonly number[] = readonly number[]>(
    shape: readonly [...S],
    data: Float32Array | Float64Array,
  ): VolumeOf<S>;
}

/**
 * The class: `new Volume([2, 2], numbers)`, `Volume.from([[1, 2], [3, 4]])`, `Volume.zeros([5, 5])`.
 *
 * @example
 * ```ts
 * const volume = new Volume([2, 3], Float64Array.of(1, 2, 3, 4, 5, 6));
 * volume.shape; // => [2, 3]
 * volume instanceof Volume; // => true
 * Volume.zeros([1, 2, 1]).toNested(); // => [[[0], [0]]]
 * ```
 */
export const Volume: VolumeClass = AnyVolume;
