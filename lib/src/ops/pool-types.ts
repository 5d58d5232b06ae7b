import type { Pair } from '../shape/axes';
import type { Pool2dShape } from '../shape/pool2d-shape';
import type { Fits, Known, KnownShape } from '../shape/shape-of';
import type { VolumeOf } from '../volume/volume-of';
import type { RankLike } from './like';
import type { Padding2d } from './read-conv-options';

/** The input of a pooling: `T`, or the text of the error where the window does not fit its shape. */
export type PoolInput<T, Z extends Pair, S extends Pair, P extends Padding2d> = T extends KnownShape
  ? Fits<Pool2dShape<T['shape'], Z, S, P>, T>
  : T;

/** What a pooling of `T` gives: a Volume of known shape for one, else the kind and rank of `T`. */
export type Pooled<T, Z extends Pair, S extends Pair, P extends Padding2d> = T extends KnownShape
  ? VolumeOf<Known<Pool2dShape<T['shape'], Z, S, P>>>
  : RankLike<T>;
