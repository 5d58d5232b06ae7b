import type { Columns, Framed, OutputMap, PaddingType, Pair, Rows } from './axes';
import type { GiveImage, InputRankRefusal } from './conv-refusals';
import type { Minus, Plus } from './digit-sums';
import type { Digits, DigitsOf } from './digits';
import type { Impossible } from './impossible';
import type { Shape } from './shape-of';

/**
 * The shape of what a pooling gives for an image of shape X, or the text of the error.
 *
 * @typeParam Z, S, P poolSize, stride and padding
 */
export type Pool2dShape<
  X extends Shape,
  Z extends Pair,
  S extends Pair = Z,
  P extends PaddingType = 'valid',
> = number extends X['length']
  ? Shape
  : X extends readonly [infer H extends number, infer W extends number]
    ? Pooled<[H, W], Window<Z>, S, P>
    : X extends readonly [infer H extends number, infer W extends number, infer C extends number]
      ? Framed<Pooled<[H, W], Window<Z>, S, P>, [], [C]>
      : X extends readonly [
            infer B extends number,
            infer H extends number,
            infer W extends number,
            infer C extends number,
          ]
        ? Framed<Pooled<[H, W], Window<Z>, S, P>, [B], [C]>
        : InputRankRefusal<X, '2, 3 ou 4', "sous-échantillonner l'image", "l'image", GiveImage>;

/** The map of the windows, none of which may lie in the padding alone: it would hold no cell. */
type Pooled<
  Image extends readonly [number, number],
  Z extends readonly [number, number],
  S extends Pair,
  P extends PaddingType,
> = P extends string
  ? OutputMap<Image, Z, S, P>
  : OutputMap<Image, Z, S, P> extends infer Map
    ? Map extends string
      ? Map
      : Reaches<Z[0], Rows<P>> extends true
        ? Reaches<Z[1], Columns<P>> extends true
          ? Map
          : PaddingRefusal<Z[1]>
        : PaddingRefusal<Z[0]>
    : never;

/** Whether a window of F cells, laid where the padding begins, reaches the image. */
type Reaches<F extends number, P> = P extends readonly [infer Before extends number, number]
  ? Reaches<F, Before>
  : P extends number
    ? number extends F | P
      ? true
      : Minus<DigitsOf<F>, Plus<DigitsOf<P>, [1]>> extends Digits
        ? true
        : false
    : true;

type PaddingRefusal<F extends number> = Impossible<
  "sous-échantillonner l'image",
  `le remplissage (padding) est si large qu'une fenêtre de ${F} y tombe tout entière`,
  'donnez de chaque côté un remplissage plus petit que la fenêtre'
>;

type Window<Z extends Pair> = Z extends readonly [number, number]
  ? Z
  : [Extract<Z, number>, Extract<Z, number>];

/** The shape of what a global pooling gives: one number a channel. */
export type GlobalPool2dShape<X extends Shape> = number extends X['length']
  ? Shape
  : X extends readonly [number, number]
    ? readonly [1]
    : X extends readonly [number, number, infer C extends number]
      ? readonly [C]
      : X extends readonly [infer B extends number, number, number, infer C extends number]
        ? readonly [B, C]
        : InputRankRefusal<X, '2, 3 ou 4', "sous-échantillonner l'image", "l'image", GiveImage>;
