/** A right softmax whose wrong variants change one piece. The reference answer does not use it. */
export type Vector = number[];
export type Softmax = (z: Vector) => Vector;

export const sum = (values: Vector): number => values.reduce((a, b) => a + b, 0);

export function refuse(z: Vector): void {
  if (z.length === 0) throw new RangeError('no logit');
}

/** Each value over the sum. */
export const normalised = (values: Vector): Vector => {
  const total = sum(values);
  return values.map((value) => value / total);
};

/** Softmax after `shift(z)` is taken off, of the exponential `exp`. */
export const softmaxOf =
  (shift: (z: Vector) => number, exp: (x: number) => number = Math.exp): Softmax =>
  (z) => {
    refuse(z);
    return normalised(z.map((logit) => exp(logit - shift(z))));
  };

export const largest = (z: Vector): number => Math.max(...z);

export const right: Softmax = softmaxOf(largest);

/** A wrong softmax that refuses what must be refused. */
export const wrong =
  (answer: (z: Vector) => unknown) =>
  (z: Vector): unknown => {
    refuse(z);
    return answer(z);
  };
