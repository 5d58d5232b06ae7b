import type { Volume as Volume1 } from './rank-1';
import type { Volume as Volume2 } from './rank-2';
import type { Volume as Volume3 } from './rank-3';
import type { Volume as Volume4 } from './rank-4';
import type { Volume as AnyVolume } from './volume';

/**
 * The type of a volume of shape `S`: `Volume<28, 28>` for `[28, 28]`, plain `Volume` where not even
 * the rank is known, or is above 4.
 */
export type VolumeOf<S extends readonly number[]> = S extends readonly [
  infer A extends number,
  ...infer Others extends readonly number[],
]
  ? Others extends readonly []
    ? Volume1<A>
    : Others extends readonly [infer B extends number]
      ? Volume2<A, B>
      : Others extends readonly [infer B extends number, infer C extends number]
        ? Volume3<A, B, C>
        : Others extends readonly [
              infer B extends number,
              infer C extends number,
              infer D extends number,
            ]
          ? Volume4<A, B, C, D>
          : AnyVolume
  : AnyVolume;
