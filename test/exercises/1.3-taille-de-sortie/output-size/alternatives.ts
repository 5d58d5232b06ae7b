/**
 * Right answers written otherwise than the reference: the specs must give them all the points.
 *
 * They stand alone, as students would write them, and use nothing of `parts.ts`.
 */
import type { Answer } from '../../answer';

export const alternatives: Record<string, Answer> = {
  'counts the windows one by one'(
    n: number,
    f: number,
    stride: number = 1,
    padding: number = 0,
  ): number {
    if ([n, f, stride].some((v) => v % 1 !== 0 || v <= 0)) throw new Error('sizes');
    if (padding % 1 !== 0 || padding < 0) throw new Error('padding');
    let count = 0;
    for (let start = -padding; start + f <= n + padding; start += stride) count++;
    if (count === 0) throw new Error('filter');
    return count;
  },
  'takes the remainder away first'(
    n: number,
    f: number,
    stride: number = 1,
    padding: number = 0,
  ): number {
    if (![n, f, stride, padding].every(Number.isSafeInteger)) throw new TypeError('integers');
    if (Math.min(n, f, stride) < 1 || padding < 0) throw new RangeError('too small');
    const room = n - f + padding + padding;
    if (room < 0) throw new RangeError('filter');
    return (room - (room % stride)) / stride + 1;
  },
  'the ceiling of the number of starts'(
    n: number,
    f: number,
    stride: number = 1,
    padding: number = 0,
  ): number {
    const starts = n + 2 * padding - f + 1;
    const whole = [n, f, stride, padding].every((v) => Math.floor(v) === v && Number.isFinite(v));
    if (!whole || n < 1 || f < 1 || stride < 1 || padding < 0 || starts < 1) throw new Error('no');
    return Math.ceil(starts / stride);
  },
};
