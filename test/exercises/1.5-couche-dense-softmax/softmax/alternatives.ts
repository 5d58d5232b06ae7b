/** Right answers written otherwise than the reference; they stand alone, as students would write them. */
import type { AnyFunction } from '../../answer';

export const alternatives: Record<string, AnyFunction> = {
  'one reduce after the other'(z: number[]): number[] {
    const top = z.reduce((a, b) => (a > b ? a : b)); // throws on an empty list
    const total = z.reduce((sum, value) => sum + Math.exp(value - top), 0);
    return z.map((value) => Math.exp(value - top) / total);
  },
  'each probability as one over a sum of ratios'(z: number[]): number[] {
    if (!z.length) throw new Error('empty');
    return z.map((zi) => 1 / z.reduce((sum, zj) => sum + Math.exp(zj - zi), 0));
  },
  'by the logarithm of the sum'(z: number[]): number[] {
    if (z.length < 1) throw new TypeError('empty');
    const top = [...z].sort((a, b) => a - b).pop()!;
    let total = 0;
    for (const value of z) total += Math.exp(value - top);
    const logSum = top + Math.log(total);
    return z.map((value) => Math.exp(value - logSum));
  },
  async 'float32 arrays, async'(z: number[]): Promise<number[]> {
    await Promise.resolve();
    if (z.length === 0) throw new RangeError('empty');
    const p = Float32Array.from(z);
    const top = p.reduce((a, b) => Math.max(a, b));
    let total = 0;
    for (let i = 0; i < p.length; i++) total += p[i] = Math.exp(p[i]! - top);
    return Array.from(p, (value) => Math.fround(value / total));
  },
};
