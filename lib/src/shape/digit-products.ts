import type { Minus, Next, Plus } from './digit-sums';
import type { Digit, Digits } from './digits';

/** A × B: for each digit of B from the front, what we have times ten, and A times the digit. */
export type Times<
  A extends Digits,
  B extends Digits,
  Product extends Digits = [],
> = B extends readonly [...infer Low extends Digits, infer Top extends Digit]
  ? TimesDigit<A, Top> extends infer Row extends Digits
    ? Times<A, Low, Product extends readonly [] ? Row : Plus<[0, ...Product], Row>>
    : never
  : Product;

/** A × D: the units of all products, and their tens a place further. */
type TimesDigit<A extends Digits, D extends Digit> = D extends 0
  ? []
  : D extends 1
    ? A
    : A extends readonly [infer Only extends Digit]
      ? ProductTable[Only][D]
      : Plus<Part<A, D, 0>, [0, ...Part<A, D, 1>]>;

type Part<A extends Digits, D extends Digit, Which extends 0 | 1> = {
  [I in keyof A]: ProductTable[A[I]][D][Which];
};

/** floor(A / B). B is at least 1 and has no zeros in front. */
export type DividedBy<A extends Digits, B extends Digits> = B extends readonly [2]
  ? Halved<A>
  : LongDivision<A, B>;

/** From the front: 1 that is left of a digit makes ten of the next. */
type Halved<
  A extends Digits,
  Remainder extends 0 | 1 = 0,
  Quotient extends Digits = [],
> = A extends readonly [...infer Low extends Digits, infer Top extends Digit]
  ? Halved<Low, HalfTable[Remainder][Top][1], [HalfTable[Remainder][Top][0], ...Quotient]>
  : Quotient;

type LongDivision<
  A extends Digits,
  B extends Digits,
  Remainder extends Digits = [],
  Quotient extends Digits = [],
> = A extends readonly [...infer Low extends Digits, infer Top extends Digit]
  ? Share<[Top, ...Remainder], B> extends readonly [
      infer Units extends Digit,
      infer Left extends Digits,
    ]
    ? LongDivision<Low, B, Left, [Units, ...Quotient]>
    : never
  : Quotient;

/** How often B goes into A, less than ten times, and what is left. */
type Share<A extends Digits, B extends Digits, Count extends Digit = 0> =
  Minus<A, B> extends infer Less extends Digits ? Share<Less, B, Next[Count] & Digit> : [Count, A];

/** `ProductTable[a][b]`: the units of a × b, and its tens. */
// prettier-ignore
type ProductTable = [
  [[0, 0], [0, 0], [0, 0], [0, 0], [0, 0], [0, 0], [0, 0], [0, 0], [0, 0], [0, 0]],
  [[0, 0], [1, 0], [2, 0], [3, 0], [4, 0], [5, 0], [6, 0], [7, 0], [8, 0], [9, 0]],
  [[0, 0], [2, 0], [4, 0], [6, 0], [8, 0], [0, 1], [2, 1], [4, 1], [6, 1], [8, 1]],
  [[0, 0], [3, 0], [6, 0], [9, 0], [2, 1], [5, 1], [8, 1], [1, 2], [4, 2], [7, 2]],
  [[0, 0], [4, 0], [8, 0], [2, 1], [6, 1], [0, 2], [4, 2], [8, 2], [2, 3], [6, 3]],
  [[0, 0], [5, 0], [0, 1], [5, 1], [0, 2], [5, 2], [0, 3], [5, 3], [0, 4], [5, 4]],
  [[0, 0], [6, 0], [2, 1], [8, 1], [4, 2], [0, 3], [6, 3], [2, 4], [8, 4], [4, 5]],
  [[0, 0], [7, 0], [4, 1], [1, 2], [8, 2], [5, 3], [2, 4], [9, 4], [6, 5], [3, 6]],
  [[0, 0], [8, 0], [6, 1], [4, 2], [2, 3], [0, 4], [8, 4], [6, 5], [4, 6], [2, 7]],
  [[0, 0], [9, 0], [8, 1], [7, 2], [6, 3], [5, 4], [4, 5], [3, 6], [2, 7], [1, 8]],
];

/** `HalfTable[left][digit]`: half of the digit, of ten more where 1 was left, and what is left. */
// prettier-ignore
type HalfTable = [
  [[0, 0], [0, 1], [1, 0], [1, 1], [2, 0], [2, 1], [3, 0], [3, 1], [4, 0], [4, 1]],
  [[5, 0], [5, 1], [6, 0], [6, 1], [7, 0], [7, 1], [8, 0], [8, 1], [9, 0], [9, 1]],
];
