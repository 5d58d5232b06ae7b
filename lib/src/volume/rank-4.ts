import type { Nesting } from './nested';
import type { Volume as AnyVolume, shapeIs } from './volume';

/** A volume of rank 4, a batch of images, or a bank of filters: a type only, named so that a hover reads `Volume<...>`. */
export interface Volume<
  A extends number,
  B extends number,
  C extends number,
  D extends number,
> extends AnyVolume {
  readonly shape: readonly [A, B, C, D];
  readonly rank: 4;
  toNested: Nesting<number[][][][], AnyVolume>;
  [shapeIs]?(what: 'known'): void;
}
