import type { Framed, OutputMap, PaddingType, Pair } from './axes';
import type {
  GiveImageWithChannels,
  InputRankRefusal,
  KernelRankRefusal,
  WithChannels,
} from './conv-refusals';
import type { Shape } from './shape-of';
import type { Product } from './whole';

/**
 * The shape of what `depthwiseConv2d` gives for an image of shape X and a kernel
 * `[kh, kw, channels, multiplier]`, or the text of the error.
 */
export type DepthwiseShape<
  X extends Shape,
  K extends Shape,
  S extends Pair = 1,
  P extends PaddingType = 'valid',
  D extends Pair = 1,
> = number extends X['length']
  ? Shape
  : X extends readonly [infer H extends number, infer W extends number, infer C extends number]
    ? OfImage<X, [], [H, W], C, K, S, P, D>
    : X extends readonly [
          infer B extends number,
          infer H extends number,
          infer W extends number,
          infer C extends number,
        ]
      ? OfImage<X, [B], [H, W], C, K, S, P, D>
      : InputRankRefusal<X, '3 ou 4', Doing, "l'image", GiveImageWithChannels>;

type Doing = "convoluer l'image canal par canal";

type OfImage<
  X extends Shape,
  Batch extends Shape,
  Size extends readonly [number, number],
  C extends number,
  K extends Shape,
  S extends Pair,
  P extends PaddingType,
  D extends Pair,
> = number extends K['length']
  ? readonly [...Batch, number, number, number]
  : K extends readonly [
        infer KernelH extends number,
        infer KernelW extends number,
        infer KernelC extends number,
        infer Multiplier extends number,
      ]
    ? WithChannels<
        Framed<OutputMap<Size, [KernelH, KernelW], S, P, D>, Batch, [Product<KernelC, Multiplier>]>,
        C,
        KernelC,
        1,
        1,
        Doing,
        "l'image",
        `[hauteur, largeur, ${C}, multiplicateur]`
      >
    : KernelRankRefusal<X, K, 4, Doing, 'une image', `[hauteur, largeur, ${C}, multiplicateur]`>;
