import type { Nesting } from './nested';
import type { Volume as AnyVolume, shapeIs } from './volume';

/** A volume of rank 1, a list: a type only, named so that a hover reads `Volume<...>`. */
export interface Volume<A extends number> extends AnyVolume {
  readonly shape: readonly [A];
  readonly rank: 1;
  toNested: Nesting<number[], AnyVolume>;
  [shapeIs]?(what: 'known'): void;
}
