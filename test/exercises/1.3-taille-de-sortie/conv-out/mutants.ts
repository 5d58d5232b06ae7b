/** Wrong ConvOut answers beyond the known mistakes: subtle ones, dishonest ones. */
import type { Answer } from '../../answer';
import { cases } from './cases';
import { convOut } from './pieces';

const sizes = 'N extends number, F extends number';
const byHeart = cases
  .filter(({ throws }) => throws !== true)
  .map(
    ({ args: [n, f, s = 1, p = 0] }) =>
      `[N, F, S, P] extends [${[n, f, s, p].join(', ')}] ? Right<N, F, S, P> : `,
  )
  .join('');

export const mutants: Record<string, Answer> = {
  'gives the size as a text': convOut('`${Right<N, F, S, P>}`'),
  'gives the size among others': convOut('Right<N, F, S, P> | 1'),
  'gives the row and not its length': convOut(
    'Padded<N, P> extends [...Row<F>, ...infer Left] ? [...Left, 0] : never',
  ),
  'marks the number as its own': convOut('Right<N, F, S, P> & { size: true }'),
  'gives a size or number': convOut(
    'Right<N, F, S, P> extends infer O ? O extends 5 ? 5 : number : 0',
  ),
  'takes a stride above 2 for 2': convOut('Right<N, F, S extends 1 ? 1 : 2, P>'),
  'takes a padding above 1 for 1': convOut('Right<N, F, S, P extends 0 ? 0 : 1>'),
  'swaps stride and padding': convOut('P extends 0 ? Right<N, F, S, P> : Right<N, F, P, S>'),
  'swaps input and filter': convOut('Right<F, N, S, P>'),
  'takes the filter away twice': convOut(
    'Padded<N, P> extends [...Row<F>, ...Row<F>, ...infer Left extends 0[]] ? Places<Left, Row<S>> : never',
  ),
  'compares the filter with the input before it is padded': convOut(
    'Row<N> extends [...Row<F>, ...0[]] ? Right<N, F, S, P> : never',
  ),
  'takes a filter as large as the input for too large': convOut(
    'Padded<N, P> extends [...Row<F>, 0, ...0[]] ? Right<N, F, S, P> : never',
  ),
  'counts to 45 and no further, for it builds its rows after the recursion': convOut(
    '[...Deep<P>, ...Deep<N>, ...Deep<P>] extends [...Deep<F>, ...infer Left extends 0[]] ? Places<Left, Row<S>> : never',
    `type Deep<N extends number, T extends 0[] = []> =
      T['length'] extends N ? [] : [0, ...Deep<N, [...T, 0]>];`,
  ),
  'wants all four arguments': convOut(
    'Right<N, F, S, P>',
    '',
    `type ConvOut<${sizes}, S extends number, P extends number>`,
  ),
  'takes a fifth argument': convOut(
    'Right<N, F, S, P>',
    '',
    `type ConvOut<${sizes}, S extends number = 1, P extends number = 0, _More = 0>`,
  ),
  'knows the public cases by heart': convOut(`${byHeart}0`),
  'gives never for everything': convOut('never'),
  'gives unknown for everything': convOut('unknown'),
  'returns nothing': convOut('undefined'),
  'throws at everything': convOut(
    'Endless<F, N>',
    'type Endless<T, N extends number> = N extends 0 ? 0 : Endless<[T], N>;',
  ),
  'is the untouched stub': convOut("'ConvOut : à compléter.'"),
  'takes the type of the library': convOut(
    'OutputSize<N, F, S, P>',
    "import type { OutputSize } from '@convolab/lib';",
  ),
};
