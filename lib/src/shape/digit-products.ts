import type { Minus, Next, Plus } from './digit-sums';
import type { Digit, Digits } from './digits';

/** A × B: for each digit of B from the front, what we have times ten, and A as often as it says. */
export type Times<
  A extends Digits,
  B extends Digits,
  Product extends Digits = [],
> = B extends readonly [...infer Low extends Digits, infer Top extends Digit]
  ? Times<A, Low, PlusTimes<[0, ...Product], A, Top>>
  : Product;

type PlusTimes<Sum extends Digits, A extends Digits, Count extends Digit> = Count extends 0
  ? Sum
  : PlusTimes<Plus<Sum, A>, A, Previous[Count]>;

/** floor(A / B), by long division. B is at least 1 and has no zeros in front. */
export type DividedBy<
  A extends Digits,
  B extends Digits,
  Remainder extends Digits = [],
  Quotient extends Digits = [],
> = A extends readonly [...infer Low extends Digits, infer Top extends Digit]
  ? Share<[Top, ...Remainder], B> extends readonly [
      infer Units extends Digit,
      infer Left extends Digits,
    ]
    ? DividedBy<Low, B, Left, [Units, ...Quotient]>
    : never
  : Quotient;

/** How often B goes into A, less than ten times, and what is left. */
type Share<A extends Digits, B extends Digits, Count extends Digit = 0> =
  Minus<A, B> extends infer Less extends Digits ? Share<Less, B, Next[Count] & Digit> : [Count, A];

type Previous = [0, 0, 1, 2, 3, 4, 5, 6, 7, 8];
