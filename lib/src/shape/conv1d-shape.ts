import type { Framed, Reach } from './axes';
import type { InputRankRefusal, KernelRankRefusal, WithChannels } from './conv-refusals';
import type { OutputSize } from './output-size-type';
import type { Shape } from './shape-of';

/** Padding of a signal, as `Padding1d` of `../ops`. */
export type SignalPaddingType =
  'valid' | 'same' | number | { readonly left: number; readonly right: number };

/**
 * The shape of what `conv1d` gives for a signal of shape X and a kernel of shape K, or the text of
 * the error where they do not go together.
 *
 * @typeParam S, P, D, G stride, padding, dilation and groups
 */
export type Conv1dShape<
  X extends Shape,
  K extends Shape,
  S extends number = 1,
  P extends SignalPaddingType = 'valid',
  D extends number = 1,
  G extends number = 1,
  Doing extends string = 'convoluer le signal par le noyau',
> = number extends X['length']
  ? Shape
  : X extends readonly [infer L extends number]
    ? number extends K['length']
      ? readonly [number]
      : K extends readonly [infer KernelL extends number]
        ? OutputRow<L, KernelL, S, P, D>
        : KernelRankRefusal<X, K, 1, Doing, 'un signal', '[longueur]'>
    : X extends readonly [infer L extends number, infer C extends number]
      ? OfSignal<X, [], L, C, K, S, P, D, G, Doing>
      : X extends readonly [infer B extends number, infer L extends number, infer C extends number]
        ? OfSignal<X, [B], L, C, K, S, P, D, G, Doing>
        : InputRankRefusal<
            X,
            '1, 2 ou 3',
            Doing,
            'le signal',
            'donnez un signal [longueur], [longueur, canaux] ou un lot [lot, longueur, canaux]'
          >;

type OfSignal<
  X extends Shape,
  Batch extends Shape,
  L extends number,
  C extends number,
  K extends Shape,
  S extends number,
  P extends SignalPaddingType,
  D extends number,
  G extends number,
  Doing extends string,
> = number extends K['length']
  ? readonly [...Batch, number, number]
  : K extends readonly [
        infer KernelL extends number,
        infer KernelC extends number,
        infer Filters extends number,
      ]
    ? WithChannels<
        Framed<OutputRow<L, KernelL, S, P, D>, Batch, [Filters]>,
        C,
        KernelC,
        Filters,
        G,
        Doing,
        'le signal',
        `[longueur, ${G extends 1 ? C : `${C} / ${G}`}, filtres]`
      >
    : KernelRankRefusal<X, K, 3, Doing, 'un signal', '[longueur, canaux, filtres]'>;

type OutputRow<
  L extends number,
  KernelL extends number,
  S extends number,
  P extends SignalPaddingType,
  D extends number,
> =
  OutputSize<L, Reach<KernelL, D>, S, Ends<P>> extends infer Out
    ? Out extends number
      ? readonly [Out]
      : Out
    : never;

type Ends<P extends SignalPaddingType> = P extends {
  readonly left: infer Left extends number;
  readonly right: infer Right extends number;
}
  ? readonly [Left, Right]
  : Extract<P, number | string>;
