import type { GiveImage, InputRankRefusal } from './conv-refusals';
import type { Shape } from './shape-of';
import type { Product, Product3 } from './whole';

/** The shape of what `flatten` gives for an image of shape X, or the text of the error. */
export type FlattenShape<X extends Shape> = number extends X['length']
  ? Shape
  : X extends readonly [infer H extends number, infer W extends number]
    ? readonly [Product<H, W>]
    : X extends readonly [infer H extends number, infer W extends number, infer C extends number]
      ? readonly [Product3<H, W, C>]
      : X extends readonly [
            infer B extends number,
            infer H extends number,
            infer W extends number,
            infer C extends number,
          ]
        ? readonly [B, Product3<H, W, C>]
        : InputRankRefusal<X, '2, 3 ou 4', "aplatir l'image", "l'entrée", GiveImage>;
