/** Right answers written otherwise than the reference: the specs must give them all the points. */
import type { Answer } from '../../answer';
import { typeAnswer } from '../../type-answer';

export const alternatives: Record<string, Answer> = {
  'slides the window': typeAnswer(
    'ConvOut',
    `
type Fill<N extends number, T extends unknown[] = []> =
  T['length'] extends N ? T : Fill<N, [...T, unknown]>;
type Slide<Line extends unknown[], Window extends unknown[], Jump extends unknown[], Before extends unknown[], Count extends unknown[]> =
  Line extends [...Before, ...Window, ...unknown[]]
    ? Slide<Line, Window, Jump, [...Before, ...Jump], [...Count, 1]>
    : Count;
type ConvOut<N extends number, F extends number, S extends number = 1, P extends number = 0> =
  Slide<[...Fill<P>, ...Fill<N>, ...Fill<P>], Fill<F>, Fill<S>, [], []> extends infer Count extends unknown[]
    ? Count extends [] ? never : Count['length']
    : never;`,
  ),
  'builds its rows digit by digit': typeAnswer(
    'ConvOut',
    `
type Ten<T extends 1[]> = [...T, ...T, ...T, ...T, ...T, ...T, ...T, ...T, ...T, ...T];
type Ones = { '0': []; '1': [1]; '2': [1, 1]; '3': [1, 1, 1]; '4': [1, 1, 1, 1]; '5': [1, 1, 1, 1, 1];
  '6': [1, 1, 1, 1, 1, 1]; '7': [1, 1, 1, 1, 1, 1, 1]; '8': [1, 1, 1, 1, 1, 1, 1, 1]; '9': [1, 1, 1, 1, 1, 1, 1, 1, 1] };
type Read<Text extends string, T extends 1[] = []> =
  Text extends \`\${infer Digit extends keyof Ones}\${infer Rest}\` ? Read<Rest, [...Ten<T>, ...Ones[Digit]]> : T;
type Of<N extends number> = Read<\`\${N}\`>;
type Divide<A extends 1[], B extends 1[], Q extends 1[]> =
  A extends [...B, ...infer Rest extends 1[]] ? Divide<Rest, B, [...Q, 1]> : Q['length'];
type ConvOut<N extends number, F extends number, S extends number = 1, P extends number = 0> =
  [...Of<N>, ...Of<P>, ...Of<P>] extends [...Of<F>, ...infer Room extends 1[]]
    ? Divide<[...Room, ...Of<S>], Of<S>, []>
    : never;`,
  ),
};
