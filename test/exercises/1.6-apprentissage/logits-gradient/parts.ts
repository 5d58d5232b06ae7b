/** A right logitsGradient whose wrong variants change one piece. The reference answer does not use it. */
import { refuseLengths, softmax, type Vector } from '../parts';

export type LogitsGradient = (z: Vector, p: Vector) => Vector;

/** A wrong logitsGradient that refuses what must be refused. */
export const wrong =
  (answer: (z: Vector, p: Vector) => unknown) =>
  (z: Vector, p: Vector): unknown => {
    refuseLengths(z, p);
    return answer(z, p);
  };

/** The gradient of each class from its q and its p, the probabilities being `predict(z)`. */
export const each =
  (one: (q: number, p: number, i: number) => number, predict = softmax) =>
  (z: Vector, p: Vector): Vector => {
    refuseLengths(z, p);
    return predict(z).map((q, i) => one(q, p[i]!, i));
  };

export const lessWanted = (q: number, p: number): number => q - p;

export const right: LogitsGradient = each(lessWanted);
