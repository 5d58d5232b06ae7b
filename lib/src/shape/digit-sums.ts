import type { Digit, Digits } from './digits';

/** A + B. */
export type Plus<
  A extends Digits,
  B extends Digits,
  Carry extends 0 | 1 = 0,
  Sum extends Digits = [],
> = A extends readonly [infer First extends Digit, ...infer Rest extends Digits]
  ? B extends readonly [infer Other extends Digit, ...infer Others extends Digits]
    ? Plus<
        Rest,
        Others,
        PlusTable[First][Column[Carry][Other]][1],
        [...Sum, PlusTable[First][Column[Carry][Other]][0]]
      >
    : Carry extends 0
      ? [...Sum, ...A]
      : Plus<A, [1], 0, Sum>
  : Carry extends 0
    ? [...Sum, ...B]
    : Plus<[1], B, 0, Sum>;

/** A - B, or `'negative'`. B has no zeros in front. */
export type Minus<
  A extends Digits,
  B extends Digits,
  Borrow extends 0 | 1 = 0,
  Rest extends Digits = [],
> = A extends readonly [infer First extends Digit, ...infer Others extends Digits]
  ? B extends readonly [infer Less extends Digit, ...infer Lesser extends Digits]
    ? Minus<
        Others,
        Lesser,
        MinusTable[First][Column[Borrow][Less]][1],
        [...Rest, MinusTable[First][Column[Borrow][Less]][0]]
      >
    : Borrow extends 0
      ? [...Rest, ...A]
      : Minus<A, [1], 0, Rest>
  : B extends readonly []
    ? Borrow extends 0
      ? Rest
      : 'negative'
    : 'negative';

/** The digit after one; after 9, the column of the tables that means ten. */
export type Next = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];

/** `Column[carry][digit]`: the column of the tables. */
type Column = [[0, 1, 2, 3, 4, 5, 6, 7, 8, 9], Next];

/** `PlusTable[a][b]`: the digit of a + b, b from 0 to 10, and what is carried. */
// prettier-ignore
type PlusTable = [
  [[0, 0], [1, 0], [2, 0], [3, 0], [4, 0], [5, 0], [6, 0], [7, 0], [8, 0], [9, 0], [0, 1]],
  [[1, 0], [2, 0], [3, 0], [4, 0], [5, 0], [6, 0], [7, 0], [8, 0], [9, 0], [0, 1], [1, 1]],
  [[2, 0], [3, 0], [4, 0], [5, 0], [6, 0], [7, 0], [8, 0], [9, 0], [0, 1], [1, 1], [2, 1]],
  [[3, 0], [4, 0], [5, 0], [6, 0], [7, 0], [8, 0], [9, 0], [0, 1], [1, 1], [2, 1], [3, 1]],
  [[4, 0], [5, 0], [6, 0], [7, 0], [8, 0], [9, 0], [0, 1], [1, 1], [2, 1], [3, 1], [4, 1]],
  [[5, 0], [6, 0], [7, 0], [8, 0], [9, 0], [0, 1], [1, 1], [2, 1], [3, 1], [4, 1], [5, 1]],
  [[6, 0], [7, 0], [8, 0], [9, 0], [0, 1], [1, 1], [2, 1], [3, 1], [4, 1], [5, 1], [6, 1]],
  [[7, 0], [8, 0], [9, 0], [0, 1], [1, 1], [2, 1], [3, 1], [4, 1], [5, 1], [6, 1], [7, 1]],
  [[8, 0], [9, 0], [0, 1], [1, 1], [2, 1], [3, 1], [4, 1], [5, 1], [6, 1], [7, 1], [8, 1]],
  [[9, 0], [0, 1], [1, 1], [2, 1], [3, 1], [4, 1], [5, 1], [6, 1], [7, 1], [8, 1], [9, 1]],
];

/** `MinusTable[a][b]`: the digit of a - b, b from 0 to 10, and what is borrowed. */
// prettier-ignore
type MinusTable = [
  [[0, 0], [9, 1], [8, 1], [7, 1], [6, 1], [5, 1], [4, 1], [3, 1], [2, 1], [1, 1], [0, 1]],
  [[1, 0], [0, 0], [9, 1], [8, 1], [7, 1], [6, 1], [5, 1], [4, 1], [3, 1], [2, 1], [1, 1]],
  [[2, 0], [1, 0], [0, 0], [9, 1], [8, 1], [7, 1], [6, 1], [5, 1], [4, 1], [3, 1], [2, 1]],
  [[3, 0], [2, 0], [1, 0], [0, 0], [9, 1], [8, 1], [7, 1], [6, 1], [5, 1], [4, 1], [3, 1]],
  [[4, 0], [3, 0], [2, 0], [1, 0], [0, 0], [9, 1], [8, 1], [7, 1], [6, 1], [5, 1], [4, 1]],
  [[5, 0], [4, 0], [3, 0], [2, 0], [1, 0], [0, 0], [9, 1], [8, 1], [7, 1], [6, 1], [5, 1]],
  [[6, 0], [5, 0], [4, 0], [3, 0], [2, 0], [1, 0], [0, 0], [9, 1], [8, 1], [7, 1], [6, 1]],
  [[7, 0], [6, 0], [5, 0], [4, 0], [3, 0], [2, 0], [1, 0], [0, 0], [9, 1], [8, 1], [7, 1]],
  [[8, 0], [7, 0], [6, 0], [5, 0], [4, 0], [3, 0], [2, 0], [1, 0], [0, 0], [9, 1], [8, 1]],
  [[9, 0], [8, 0], [7, 0], [6, 0], [5, 0], [4, 0], [3, 0], [2, 0], [1, 0], [0, 0], [9, 1]],
];
