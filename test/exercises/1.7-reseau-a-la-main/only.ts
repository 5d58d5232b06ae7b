import type { AnyFunction } from '../answer';

/**
 * One part of what a function gives back, as a function: each gradient is judged alone.
 *
 * @example
 * only(student.denseBackward, 'db')
 */
export const only =
  (answer: AnyFunction, part: 'dx' | 'dw' | 'db') =>
  async (...args: unknown[]): Promise<unknown> => {
    const parts = (await answer(...args)) as Record<string, unknown> | null | undefined;
    return parts?.[part];
  };
