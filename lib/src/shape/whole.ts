import type { DividedBy, Times } from './digit-products';
import type { Digits, DigitsOf, NumberOf } from './digits';

/** Whether N is a whole number of at least 1, as far as is known. */
export type IsCount<N extends number> = number extends N
  ? true
  : N extends 0
    ? false
    : [DigitsOf<N>] extends [never]
      ? false
      : true;

/** A × B; `number` where one of them is not known. */
export type Product<A extends number, B extends number> = number extends A | B
  ? number
  : A extends 1
    ? B
    : B extends 1
      ? A
      : NumberOf<Times<DigitsOf<A>, DigitsOf<B>>>;

/** A × B × C; `number` where one of them is not known. */
export type Product3<A extends number, B extends number, C extends number> = number extends
  A | B | C
  ? number
  : 1 extends A | B | C
    ? Product<Product<A, B>, C>
    : NumberOf<Times<Times<DigitsOf<A>, DigitsOf<B>>, DigitsOf<C>>>;

/** Whether A and B may be the same: they are, or one of them is not known. */
export type MayEqual<A extends number, B extends number> = number extends A | B
  ? true
  : [A & B] extends [never]
    ? false
    : true;

/** Whether A divides B, as far as is known. A is at least 1. */
export type Divides<A extends number, B extends number> = number extends A | B
  ? true
  : DividedBy<DigitsOf<B>, DigitsOf<A>> extends infer Quotient extends Digits
    ? Times<Quotient, DigitsOf<A>> extends infer Whole extends Digits
      ? NumberOf<Whole> extends B
        ? true
        : false
      : never
    : never;
