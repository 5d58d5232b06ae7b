import type { DType } from './dtype';
import type { shapeIs } from './volume';

/**
 * A volume of whose shape nothing is known: plain `Volume` is one, `Volume<2, 2>` is not, though it is
 * a plain Volume too. Overloads that ask for it pass by what is known, and cost a cell nothing (which
 * is why it does not extend the class). A type only, named so that a hover reads `Volume`.
 */
export interface Volume {
  readonly shape: readonly number[];
  readonly data: Float32Array | Float64Array;
  readonly rank: number;
  readonly size: number;
  readonly dtype: DType;
  [shapeIs]?(what: 'unknown'): void;
}
