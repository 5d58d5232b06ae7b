import type { Framed, OutputMap, PaddingType, Pair } from './axes';
import type { GiveImage, InputRankRefusal, KernelRankRefusal, WithChannels } from './conv-refusals';
import type { Shape } from './shape-of';

/**
 * The shape of what `conv2d` gives for an image of shape X and a kernel of shape K, or the text of
 * the error where they do not go together. `number` where an axis hangs on what is not known.
 *
 * @typeParam S, P, D, G stride, padding, dilation and groups
 */
export type Conv2dShape<
  X extends Shape,
  K extends Shape,
  S extends Pair = 1,
  P extends PaddingType = 'valid',
  D extends Pair = 1,
  G extends number = 1,
  Doing extends string = "convoluer l'image par le noyau",
> = number extends X['length']
  ? Shape
  : X extends readonly [infer H extends number, infer W extends number]
    ? OfMatrix<[H, W], K, S, P, D, Doing>
    : X extends readonly [infer H extends number, infer W extends number, infer C extends number]
      ? OfImage<X, [], [H, W], C, K, S, P, D, G, Doing>
      : X extends readonly [
            infer B extends number,
            infer H extends number,
            infer W extends number,
            infer C extends number,
          ]
        ? OfImage<X, [B], [H, W], C, K, S, P, D, G, Doing>
        : InputRankRefusal<X, '2, 3 ou 4', Doing, "l'image", GiveImage>;

type OfMatrix<
  X extends readonly [number, number],
  K extends Shape,
  S extends Pair,
  P extends PaddingType,
  D extends Pair,
  Doing extends string,
> = number extends K['length']
  ? readonly [number, number]
  : K extends readonly [number, number]
    ? OutputMap<X, K, S, P, D>
    : KernelRankRefusal<X, K, 2, Doing, 'une image', '[hauteur, largeur]'>;

type OfImage<
  X extends Shape,
  Batch extends Shape,
  Size extends readonly [number, number],
  C extends number,
  K extends Shape,
  S extends Pair,
  P extends PaddingType,
  D extends Pair,
  G extends number,
  Doing extends string,
> = number extends K['length']
  ? readonly [...Batch, number, number, number]
  : K extends readonly [
        infer KernelH extends number,
        infer KernelW extends number,
        infer KernelC extends number,
        infer Filters extends number,
      ]
    ? WithChannels<
        Framed<OutputMap<Size, [KernelH, KernelW], S, P, D>, Batch, [Filters]>,
        C,
        KernelC,
        Filters,
        G,
        Doing,
        "l'image",
        `[hauteur, largeur, ${G extends 1 ? C : `${C} / ${G}`}, filtres]`
      >
    : KernelRankRefusal<X, K, 4, Doing, 'une image', '[hauteur, largeur, canaux, filtres]'>;
