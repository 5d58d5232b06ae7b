/** What the two functions are for: a right gradient to accept, wrong ones to refuse. */
import type { SeededRandom } from '@convolab/grader/spec';
import { lopsidedMatrix } from '../../draw';
import { largest, sum, type Vector } from '../parts';

type Matrix = Vector[];

/** The sum of the a[i][j] x[i] x[j], at a point without zeros, with its right gradient. */
export interface Judged {
  f: { fixture: string; args: unknown[] };
  x: Vector;
  a: Matrix;
  right: Vector;
}

const times = (a: Matrix, x: Vector): Vector =>
  a.map((row) => sum(row.map((value, j) => value * x[j]!)));

const transposed = (a: Matrix): Matrix => a.map((_, i) => a.map((row) => row[i]!));

export function judgedGradient(random: SeededRandom): Judged {
  const n = random.int(2, 4);
  const a = lopsidedMatrix(random, n, n);
  const x = a.map(() => random.pick([-1, 1]) * random.real(0.5, 2));
  const back = times(transposed(a), x);
  const right = times(a, x).map((value, i) => value + back[i]!);
  return { f: { fixture: 'quadratic', args: [a] }, x, a, right };
}

/** Wrong gradients, by what is wrong with them: French, it ends the title of a test. */
export const broken: Record<string, (judged: Judged) => Vector> = {
  'la transposée oubliée': ({ a, x }) => times(a, x).map((value) => 2 * value),
  'un facteur 2 de trop': ({ right }) => right.map((value) => 2 * value),
  'un seul signe de travers': ({ right }) => {
    const worst = largest(right.map(Math.abs));
    return right.map((value) => (Math.abs(value) === worst ? -value : value));
  },
  'un NaN': ({ right }) => right.map((value, i) => (i === 0 ? NaN : value)),
};
