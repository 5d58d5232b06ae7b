/** Right pieces of text that wrong answers are put together from: each mistake is the line that is wrong. */
import { typeAnswer, type TypeFunction } from '../../type-answer';

/** Rows of N zeros, how many places a window has in a room, a right ConvOut. */
const pieces = `
type Row<N extends number, T extends 0[] = []> = T['length'] extends N ? T : Row<N, [...T, 0]>;
type Places<Left extends 0[], Stride extends 0[], Count extends 0[] = [0]> =
  Left extends [...Stride, ...infer Rest extends 0[]] ? Places<Rest, Stride, [...Count, 0]> : Count['length'];
type Padded<N extends number, P extends number> = [...Row<P>, ...Row<N>, ...Row<P>];
type Right<N extends number, F extends number, S extends number, P extends number> =
  Padded<N, P> extends [...Row<F>, ...infer Left extends 0[]] ? Places<Left, Row<S>> : never;
`;

const signature =
  'type ConvOut<N extends number, F extends number, S extends number = 1, P extends number = 0>';

/**
 * A ConvOut with the signature asked for, or another; `Right<N, F, S, P>` is a right one.
 *
 * @param more types that the body uses
 */
export const convOut = (body: string, more = '', head = signature): TypeFunction =>
  typeAnswer('ConvOut', `${pieces}${more}\n${head} =\n  ${body};`);
