import type { Framed, OutputMap, PaddingType, Pair } from './axes';
import type { GiveImage, InputRankRefusal } from './conv-refusals';
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
    ? OutputMap<[H, W], Window<Z>, S, P>
    : X extends readonly [infer H extends number, infer W extends number, infer C extends number]
      ? Framed<OutputMap<[H, W], Window<Z>, S, P>, [], [C]>
      : X extends readonly [
            infer B extends number,
            infer H extends number,
            infer W extends number,
            infer C extends number,
          ]
        ? Framed<OutputMap<[H, W], Window<Z>, S, P>, [B], [C]>
        : InputRankRefusal<X, '2, 3 ou 4', "sous-échantillonner l'image", "l'image", GiveImage>;

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
