/**
 * Small right pieces that the wrong answers of lesson 1.7 are put together from, so that each mistake
 * is only the line that is wrong. The reference answers do not use them.
 */
import type { Matrix, Vector } from './types';

type Nested = number | Nested[];

export const times = <T>(length: number, item: (i: number) => T): T[] =>
  Array.from({ length: Math.max(0, length) }, (_, i) => item(i));

export const sum = (values: Vector): number => values.reduce((a, b) => a + b, 0);

export const transpose = <T>(m: T[][]): T[][] => m[0]!.map((_, col) => m.map((row) => row[col]!));

/** The same nested arrays, with `change` of each number. */
export function each<T>(value: T, change: (number: number) => unknown): T {
  const walk = (inner: Nested): unknown => (Array.isArray(inner) ? inner.map(walk) : change(inner));
  return walk(value as Nested) as T;
}

export const zerosLike = <T>(value: T): T => each(value, () => 0);

export const negative = <T>(value: T): T => each(value, (number) => -number);

/** Product of matrices; what is not there counts for nothing, as NaN. */
export const product = (a: Matrix, b: Matrix): Matrix =>
  a.map((row) => b[0]!.map((_, col) => sum(row.map((value, i) => value * b[i]![col]!))));

/** What the message of an error says, where it should have been thrown. */
export const orMessage =
  <Args extends unknown[]>(answer: (...args: Args) => unknown) =>
  (...args: Args): unknown => {
    try {
      return answer(...args);
    } catch (error) {
      return (error as Error).message;
    }
  };
