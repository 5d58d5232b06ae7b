/**
 * The learning rate of each step: `(step, steps) => rate`, with `step` from 0 to `steps - 1` over all
 * epochs.
 */
export type Schedule = (step: number, steps: number) => number;

/**
 * Rises from 0 over a first part of the training, then falls to 0 along half a cosine. Large steps in
 * the beginning find the valley, small ones in the end its floor.
 *
 * Formula: Loshchilov, Hutter, « SGDR », 2017, eq. 5, one period; with a linear warm-up.
 *
 * @param peak the largest rate
 * @param warmUp the part of all steps in which it rises, from 0 to 1. Default 0: it starts at the peak
 *
 * @example
 * ```ts
 * const rate = cosineSchedule(0.4);
 * [0, 50, 75].map((step) => rate(step, 100).toFixed(3)); // => ['0.400', '0.200', '0.059']
 * cosineSchedule(0.4, 0.5)(0, 4); // => 0.2
 * ```
 */
export function cosineSchedule(peak: number, warmUp = 0): Schedule {
  return (step, steps) => {
    const rising = warmUp * steps;
    if (step < rising) return (peak * (step + 1)) / rising;
    const done = (step - rising) / (steps - rising);
    return (peak / 2) * (1 + Math.cos(Math.PI * done));
  };
}

/**
 * Falls by the same factor at each step, from the first rate to the last.
 *
 * @example
 * ```ts
 * const rate = exponentialSchedule(0.1, 0.001);
 * [0, 1, 2].map((step) => rate(step, 3).toFixed(3)); // => ['0.100', '0.010', '0.001']
 * ```
 */
export function exponentialSchedule(first: number, last: number): Schedule {
  return (step, steps) => (steps < 2 ? first : first * (last / first) ** (step / (steps - 1)));
}
