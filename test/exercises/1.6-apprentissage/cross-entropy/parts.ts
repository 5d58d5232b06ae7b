/** A right crossEntropy whose wrong variants change one piece. The reference answer does not use it. */
import { isProbability, refuseLengths, sum, type Vector } from '../parts';

export type CrossEntropy = (p: Vector, q: Vector) => number;

export function refuse(p: Vector, q: Vector): void {
  refuseLengths(p, q);
  if (![...p, ...q].every(isProbability)) throw new RangeError('no probability');
}

/** What one class adds to the loss. */
export const term = (p: number, q: number): number => (p === 0 ? 0 : -p * Math.log(q));

/** A wrong crossEntropy that refuses what must be refused. */
export const wrong =
  (answer: (p: Vector, q: Vector) => unknown) =>
  (p: Vector, q: Vector): unknown => {
    refuse(p, q);
    return answer(p, q);
  };

/** The sum over the classes of what `each` gives. */
export const sumOf =
  (each: (p: number, q: number) => number): CrossEntropy =>
  (p, q) => {
    refuse(p, q);
    return sum(p.map((value, i) => each(value, q[i]!)));
  };

export const right: CrossEntropy = sumOf(term);
