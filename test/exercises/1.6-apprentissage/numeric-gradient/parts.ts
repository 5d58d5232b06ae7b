/**
 * A right numericGradient and a right relativeError whose wrong variants change one piece. The
 * reference answers do not use them.
 */
import { largest, refuseLengths, type Vector } from '../parts';

export type FunctionOfVector = (x: Vector) => number;
export type NumericGradient = (f: FunctionOfVector, x: Vector, h?: number) => Vector;

export function refuseStep(h: number): void {
  if (!(h > 0)) throw new RangeError('h');
}

/** x with one coordinate moved. */
export const withOne = (x: Vector, i: number, moved: number): Vector =>
  x.map((old, j) => (j === i ? moved : old));

type Slope = (line: (moved: number) => number, x: number, h: number) => number;

/** The gradient by what `slope` makes of f along one coordinate, all others being still. */
export const along =
  (slope: Slope): NumericGradient =>
  (f, x, h = 1e-5) => {
    refuseStep(h);
    return x.map((value, i) => slope((moved) => f(withOne(x, i, moved)), value, h));
  };

export const centred: Slope = (line, x, h) => (line(x + h) - line(x - h)) / (2 * h);

export const right: NumericGradient = along(centred);

/** A wrong numericGradient that refuses what must be refused. */
export const wrong =
  (answer: (f: FunctionOfVector, x: Vector, h: number) => unknown) =>
  (f: FunctionOfVector, x: Vector, h = 1e-5): unknown => {
    refuseStep(h);
    return answer(f, x, h);
  };

/** A relativeError that refuses what must be refused. */
export const comparing =
  (compare: (a: Vector, b: Vector) => unknown) =>
  (a: Vector, b: Vector): unknown => {
    refuseLengths(a, b);
    return compare(a, b);
  };

export const allFinite = (a: Vector, b: Vector): boolean => [...a, ...b].every(Number.isFinite);

/** A relativeError that takes care of what is not finite and of zeros, whatever the ratio. */
export const ratioOf = (
  ratio: (gaps: Vector, a: Vector, b: Vector) => unknown,
): ((a: Vector, b: Vector) => unknown) =>
  comparing((a, b) => {
    if (!allFinite(a, b)) return Infinity;
    if ([...a, ...b].every((value) => value === 0)) return 0;
    return ratio(gapsOf(a, b), a, b);
  });

export const gapsOf = (a: Vector, b: Vector): Vector =>
  a.map((value, i) => Math.abs(value - b[i]!));

/** The largest of all the numbers, signs apart. */
export const sizeOf = (...vectors: Vector[]): number => largest(vectors.flat().map(Math.abs));

export const rightError = ratioOf((gaps, a, b) => largest(gaps) / sizeOf(a, b));
