import type { Minus, Plus } from './digit-sums';
import type { Digits, DigitsOf, NumberOf } from './digits';
import type { OutputSize } from './output-size-type';
import type { Shape } from './shape-of';
import type { Product } from './whole';

/** An option that is one number, or `[vertical, horizontal]`. */
export type Pair = number | readonly [number, number];

/** Padding of an image, as `Padding2d` of `../ops`. */
export type PaddingType =
  | 'valid'
  | 'same'
  | number
  | readonly [number, number]
  | {
      readonly top: number;
      readonly bottom: number;
      readonly left: number;
      readonly right: number;
    };

/**
 * `[outHeight, outWidth]` of a window over an image; the text of an error where the window is larger
 * than the padded image, or an option out of its range.
 */
export type OutputMap<
  Image extends readonly [number, number],
  Window extends readonly [number, number],
  S extends Pair,
  P extends PaddingType,
  D extends Pair = 1,
> = Both<
  OutputSize<Image[0], Reach<Window[0], Down<D>>, Down<S>, Rows<P>>,
  OutputSize<Image[1], Reach<Window[1], Across<D>>, Across<S>, Columns<P>>
>;

type Both<Height, Width> = Height extends number
  ? Width extends number
    ? readonly [Height, Width]
    : Width
  : Height;

/** A map between the axes in front of it and behind it: batch, channels. Errors stay what they are. */
export type Framed<Map, Before extends Shape, After extends Shape> = Map extends Shape
  ? readonly [...Before, ...Map, ...After]
  : Map;

/** How far F weights reach when dilated: (F - 1) × D + 1. */
export type Reach<F extends number, D extends number> = D extends 1
  ? F
  : number extends F | D
    ? number
    : Minus<Plus<DigitsOf<Product<F, D>>, [1]>, DigitsOf<D>> extends infer R extends Digits
      ? NumberOf<R>
      : never;

type Down<S extends Pair> = S extends readonly [infer Vertical extends number, number]
  ? Vertical
  : Extract<S, number>;
type Across<S extends Pair> = S extends readonly [number, infer Horizontal extends number]
  ? Horizontal
  : Extract<S, number>;

/** What is laid above and below: one number for both, or `[above, below]`. */
export type Rows<P extends PaddingType> = P extends readonly [infer Vertical extends number, number]
  ? Vertical
  : P extends {
        readonly top: infer Top extends number;
        readonly bottom: infer Bottom extends number;
      }
    ? readonly [Top, Bottom]
    : Extract<P, number | string>;
/** What is laid to the left and to the right. */
export type Columns<P extends PaddingType> = P extends readonly [
  number,
  infer Horizontal extends number,
]
  ? Horizontal
  : P extends {
        readonly left: infer Left extends number;
        readonly right: infer Right extends number;
      }
    ? readonly [Left, Right]
    : Extract<P, number | string>;
