import type { Array1D, Array2D, Array3D, Array4D, NestedArray } from '../volume/nested';
import type { Volume } from '../volume/volume';

/** What an operation takes where any rank will do: nested arrays or a Volume. */
export type Numbers = Volume | NestedArray;

/** What an operation on images takes: `[h, w]`, `[h, w, channels]`, `[batch, h, w, channels]`. */
export type Images = Volume | Array2D | Array3D | Array4D;

/** Nested arrays of the rank of `T`, ours to write into. */
type NestedLike<T> = T extends Array1D
  ? number[]
  : T extends Array2D
    ? number[][]
    : T extends Array3D
      ? number[][][]
      : T extends Array4D
        ? number[][][][]
        : NestedArray;

/** The type of a result that has the kind and the shape of an argument `T`. */
export type Like<T> = T extends number ? number : T extends Volume ? T : NestedLike<T>;

/** The type of a result that has the kind and the rank of an argument `T`, but another shape. */
export type RankLike<T> = T extends Volume ? Volume : NestedLike<T>;

/** The type of one row an image: a list for an image, a list of them for a batch. */
export type FlatLike<T> = T extends Volume
  ? Volume
  : T extends Array2D | Array3D
    ? number[]
    : T extends Array4D
      ? number[][]
      : NestedArray;

/** The type of one number a channel, of the kind of an argument `T`. */
export type ListLike<T> = T extends Volume ? Volume : number[];
