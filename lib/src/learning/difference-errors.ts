/**
 * How far two differences are from a derivative, relative to it.
 *
 * @param f of one number
 * @param derivative what you believe f'(x) is
 * @param h the step, above 0
 * @returns the error of (f(x + h) - f(x)) / h, and that of (f(x + h) - f(x - h)) / 2h
 *
 * @example
 * ```ts
 * differenceErrors((x) => x * x, 6, 3, 0.5); // => { right: 0.5 / 6, centred: 0 }
 * ```
 */
export function differenceErrors(
  f: (x: number) => number,
  derivative: number,
  x: number,
  h: number,
): { right: number; centred: number } {
  const relative = (found: number): number =>
    Math.abs(found - derivative) / Math.max(Math.abs(derivative), 1e-8);
  return {
    right: relative((f(x + h) - f(x)) / h),
    centred: relative((f(x + h) - f(x - h)) / (2 * h)),
  };
}
