/** One decimal digit. */
export type Digit = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9;

/**
 * A whole number as its decimal digits, the units first: 227 is `[7, 2, 2]`. The compiler reckons
 * with it as one does on paper (`digit-sums.ts`, `digit-products.ts`). Counting the elements of
 * tuples would be shorter, and ends at 999.
 */
export type Digits = readonly Digit[];

/** 227 to `[7, 2, 2]`; `never` for what is not written in digits alone: -1, 0.5, 1e21. */
export type DigitsOf<N extends number> = ReadDigits<`${N}`>;

type ReadDigits<
  Text extends string,
  Read extends Digits = [],
> = Text extends `${infer First extends Digit}${infer Rest}`
  ? ReadDigits<Rest, [First, ...Read]>
  : Text extends ''
    ? Read
    : never;

/** `[7, 2, 2]` to 227; zeros in front of a number, here at the end, say nothing. */
export type NumberOf<A extends Digits> = A extends readonly [...infer Low extends Digits, 0]
  ? Low extends readonly []
    ? 0
    : NumberOf<Low>
  : WriteDigits<A> extends `${infer N extends number}`
    ? N
    : never;

type WriteDigits<A extends Digits, Text extends string = ''> = A extends readonly [
  infer First extends Digit,
  ...infer Rest extends Digits,
]
  ? WriteDigits<Rest, `${First}${Text}`>
  : Text;
