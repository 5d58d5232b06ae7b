import type { Pair } from '../shape/axes';
import type { Pool2dShape } from '../shape/pool2d-shape';
import type { Fits, Known, KnownShape } from '../shape/shape-of';
import type { VolumeOf } from '../volume/volume-of';
import type { RankLike } from './like';
import type { PoolOptions } from './pool-plan';
import type { Padding2d } from './read-conv-options';

/** The options of a pooling of `T`, or the text of the error where the window does not fit its shape. */
export type PoolOptionsFor<
  T,
  Z extends Pair,
  S extends Pair,
  P extends Padding2d,
> = T extends KnownShape
  ? Fits<Pool2dShape<T['shape'], Z, S, P>, PoolOptions<Z, S, P>>
  : PoolOptions<Z, S, P>;

/** What a pooling of `T` gives: a Volume of known shape for one, else the kind and rank of `T`. */
export type Pooled<T, Z extends Pair, S extends Pair, P extends Padding2d> = T extends KnownShape
  ? VolumeOf<Known<Pool2dShape<T['shape'], Z, S, P>>>
  : RankLike<T>;
