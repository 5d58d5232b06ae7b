import type { DividedBy } from './digit-products';
import type { Minus, Plus } from './digit-sums';
import type { Digits, DigitsOf, NumberOf } from './digits';
import type { Impossible } from './impossible';
import type { IsCount } from './whole';

/** Padding of one axis, as the compiler reads it: both ends alike, or `[before, after]`. */
export type AxisPaddingType = 'valid' | 'same' | number | readonly [number, number];

/**
 * The length of the output along one axis, worked out by the compiler: `outputSize` as a type.
 *
 *     type Conv1 = OutputSize<227, 11, 4>; // 55
 *
 * Exact for whole numbers of any length that TypeScript writes in digits, 1,024 and more. `number`
 * where an argument is not known. A union gives the union of what its members give. What
 * `outputSize` refuses gives the text of its error, a string, in place of a number.
 *
 * @typeParam N length of the input along the axis, at least 1
 * @typeParam F length of the filter along the axis, at least 1
 * @typeParam S stride, at least 1
 * @typeParam P `'valid'`, `'same'`, or how many zeros there are at each end
 */
export type OutputSize<
  N extends number,
  F extends number,
  S extends number = 1,
  P extends AxisPaddingType = 'valid',
> = N extends unknown
  ? F extends unknown
    ? S extends unknown
      ? P extends unknown
        ? Checked<N, F, S, P>
        : never
      : never
    : never
  : never;

type Checked<N extends number, F extends number, S extends number, P extends AxisPaddingType> =
  false extends IsCount<N>
    ? Refusal<`la taille de l'entrée est ${N} mais elle doit être un entier d'au moins 1`, NextSize>
    : false extends IsCount<F>
      ? Refusal<`la taille du filtre est ${F} mais elle doit être un entier d'au moins 1`, NextSize>
      : false extends IsCount<S>
        ? Refusal<
            `le pas (stride) est ${S} mais il doit être un entier d'au moins 1`,
            "donnez un pas de 1 pour avancer d'une case, de 2 pour en sauter une"
          >
        : number extends N | F | S
          ? number
          : P extends 'same'
            ? S extends 1
              ? N
              : Divided<Minus<Plus<DigitsOf<N>, DigitsOf<S>>, [1]>, S>
            : P extends 'valid'
              ? Placed<DigitsOf<N>, F, S>
              : P extends number
                ? Padded<N, F, S, P, P>
                : P extends readonly [infer Before extends number, infer After extends number]
                  ? Padded<N, F, S, Before, After>
                  : never;

/** N and its zeros. */
type Padded<
  N extends number,
  F extends number,
  S extends number,
  Before extends number,
  After extends number,
> = number extends Before | After
  ? number
  : [DigitsOf<Before>] extends [never]
    ? PaddingRefusal<Before>
    : [DigitsOf<After>] extends [never]
      ? PaddingRefusal<After>
      : Placed<Plus<DigitsOf<N>, Plus<DigitsOf<Before>, DigitsOf<After>>>, F, S>;

/**
 * floor((padded - F) / S) + 1, which is floor((padded - F + S) / S): with S = F, as poolings have it,
 * floor(padded / F), and none where the filter does not fit.
 */
type Placed<Padded extends Digits, F extends number, S extends number> = [F, S] extends [S, F]
  ? OrTooLong<S extends 1 ? NumberOf<Padded> : Divided<Padded, S>, Padded, F>
  : Minus<Padded, DigitsOf<F>> extends infer Free extends Digits
    ? S extends 1
      ? NumberOf<Plus<Free, [1]>>
      : Divided<Plus<Free, DigitsOf<S>>, S>
    : OrTooLong<0, Padded, F>;

type OrTooLong<Places, Padded extends Digits, F extends number> = Places extends 0
  ? Refusal<
      `le filtre a une taille de ${F} mais l'entrée, remplissage compris, a une taille de ${NumberOf<Padded>}`,
      `utilisez padding: 'same' ou un filtre de taille ${NumberOf<Padded>} au plus`
    >
  : Places;

type Divided<A, S extends number> = A extends Digits
  ? DividedBy<A, DigitsOf<S>> extends infer Quotient extends Digits
    ? NumberOf<Quotient>
    : never
  : never;

type Refusal<Found extends string, Next extends string> = Impossible<
  'calculer la taille de sortie',
  Found,
  Next
>;

type NextSize = 'donnez un nombre entier de cases';

type PaddingRefusal<P extends number> = Refusal<
  `le remplissage (padding) est ${P} mais il doit être 'valid', 'same' ou un entier d'au moins 0`,
  "donnez 'valid' pour ne rien ajouter, 'same' pour garder la taille"
>;
