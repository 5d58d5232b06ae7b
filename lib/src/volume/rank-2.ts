import type { Nesting } from './nested';
import type { Volume as AnyVolume, shapeIs } from './volume';

/** A volume of rank 2, a matrix or an image without channels: a type only, named so that a hover reads `Volume<...>`. */
export interface Volume<A extends number, B extends number> extends AnyVolume {
  readonly shape: readonly [A, B];
  readonly rank: 2;
  toNested: Nesting<number[][], AnyVolume>;
  [shapeIs]?(what: 'known'): void;
}
