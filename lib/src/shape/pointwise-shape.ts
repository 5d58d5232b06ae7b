import type { Framed, OutputMap, Pair } from './axes';
import type {
  GiveImageWithChannels,
  InputRankRefusal,
  KernelRankRefusal,
  WithChannels,
} from './conv-refusals';
import type { Shape } from './shape-of';

/**
 * The shape of what `pointwiseConv2d` gives for an image of shape X and a kernel
 * `[channels, filters]`, or the text of the error.
 */
export type PointwiseShape<
  X extends Shape,
  K extends Shape,
  S extends Pair = 1,
> = number extends X['length']
  ? Shape
  : X extends readonly [infer H extends number, infer W extends number, infer C extends number]
    ? OfImage<X, [], [H, W], C, K, S>
    : X extends readonly [
          infer B extends number,
          infer H extends number,
          infer W extends number,
          infer C extends number,
        ]
      ? OfImage<X, [B], [H, W], C, K, S>
      : InputRankRefusal<X, '3 ou 4', Doing, "l'image", GiveImageWithChannels>;

type Doing = "convoluer l'image par un noyau de 1\u00a0×\u00a01";

type OfImage<
  X extends Shape,
  Batch extends Shape,
  Size extends readonly [number, number],
  C extends number,
  K extends Shape,
  S extends Pair,
> = number extends K['length']
  ? readonly [...Batch, number, number, number]
  : K extends readonly [infer KernelC extends number, infer Filters extends number]
    ? WithChannels<
        Framed<OutputMap<Size, [1, 1], S, 'valid'>, Batch, [Filters]>,
        C,
        KernelC,
        Filters,
        1,
        Doing,
        "l'image",
        `[${C}, filtres]`
      >
    : KernelRankRefusal<X, K, 2, Doing, 'une image', `[${C}, filtres]`>;
