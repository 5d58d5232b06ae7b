import type { AnyFunction } from './mistake';

/** An answer for one exercise, to try the specs on. */
export interface Attempt {
  exercise: string;
  /** English; what is wrong with it, or how it differs from the reference. */
  name: string;
  functions: Record<string, AnyFunction>;
}

/**
 * The attempts of an exercise of one function, from `{ name: function }`. The functions are not
 * typed here, so that each keeps the types it is written with.
 */
export const attempts = (exercise: string, answers: Record<string, object>): Attempt[] =>
  Object.entries(answers).map(([name, answer]) => ({
    exercise,
    name,
    functions: { [exercise]: answer as AnyFunction },
  }));
