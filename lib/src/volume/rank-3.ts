import type { Nesting } from './nested';
import type { Volume as AnyVolume, shapeIs } from './volume';

/** A volume of rank 3, an image: a type only, named so that a hover reads `Volume<...>`. */
export interface Volume<A extends number, B extends number, C extends number> extends AnyVolume {
  readonly shape: readonly [A, B, C];
  readonly rank: 3;
  toNested: Nesting<number[][][], AnyVolume>;
  [shapeIs]?(what: 'known'): void;
}
