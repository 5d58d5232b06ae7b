/**
 * Small right pieces that the wrong answers of lesson 1.6 are put together from, so that each mistake
 * is only the line that is wrong. The reference answers do not use them.
 */
export type Vector = number[];

export const sum = (values: Vector): number => values.reduce((a, b) => a + b, 0);

export const largest = (values: Vector): number => Math.max(...values);

/** 1 at the place of the largest value, 0 elsewhere. */
export const oneHotOf = (values: Vector): Vector =>
  values.map((_, i) => (i === values.indexOf(largest(values)) ? 1 : 0));

/** Softmax after `shift(z)` is taken off. */
export const softmaxOf =
  (shift: (z: Vector) => number) =>
  (z: Vector): Vector => {
    const exponentials = z.map((logit) => Math.exp(logit - shift(z)));
    const total = sum(exponentials);
    return exponentials.map((value) => value / total);
  };

export const softmax = softmaxOf(largest);

export const isProbability = (value: number): boolean => value >= 0 && value <= 1;

/** Refuses two vectors that do not go together. */
export function refuseLengths(a: Vector, b: Vector): void {
  if (a.length === 0 || a.length !== b.length) throw new RangeError('lengths');
}

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
