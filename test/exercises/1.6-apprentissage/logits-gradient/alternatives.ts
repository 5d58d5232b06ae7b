/** Right answers written otherwise than the reference; they stand alone, as students would write them. */
import type { AnyFunction } from '../../answer';

export const alternatives: Record<string, AnyFunction> = {
  'each probability as one over a sum of ratios'(z: number[], p: number[]): number[] {
    if (!z.length || z.length !== p.length) throw new Error('lengths');
    return z.map((zi, i) => 1 / z.reduce((sum, zj) => sum + Math.exp(zj - zi), 0) - p[i]!);
  },
  'starts from -p, then adds softmax'(z: number[], p: number[]): number[] {
    if (z.length < 1 || p.length !== z.length) throw new TypeError('lengths');
    const gradient = p.map((value) => -value);
    const top = [...z].sort((a, b) => b - a)[0]!;
    let total = 0;
    for (const logit of z) total += Math.exp(logit - top);
    for (let i = 0; i < z.length; i++) gradient[i]! += Math.exp(z[i]! - top) / total;
    return gradient;
  },
  'by the logarithm of the sum'(z: number[], p: number[]): number[] {
    if (z.length === 0 || p.length !== z.length) throw new RangeError('lengths');
    const top = z.reduce((a, b) => (a > b ? a : b));
    const logSum = top + Math.log(z.reduce((sum, logit) => sum + Math.exp(logit - top), 0));
    return z.map((logit, i) => Math.exp(logit - logSum) - p[i]!);
  },
  'by the chain rule: the Jacobian of softmax times -p/q, q simplified'(
    z: number[],
    p: number[],
  ): number[] {
    if (z.length !== p.length || z.length === 0) throw new RangeError('lengths');
    const top = Math.max(...z);
    const e = z.map((logit) => Math.exp(logit - top));
    const total = e.reduce((a, b) => a + b);
    const q = e.map((value) => value / total);
    // dL/dq[j] = -p[j] / q[j] and dq[j]/dz[i] = q[j] * ((i === j ? 1 : 0) - q[i])
    return q.map((qi, i) => p.reduce((g, pj, j) => g - pj * ((i === j ? 1 : 0) - qi), 0));
  },
  async 'float32 arrays, async'(z: number[], p: number[]): Promise<number[]> {
    await Promise.resolve();
    if (z.length !== p.length || z.length < 1) throw new RangeError('lengths');
    const top = Math.max(...z);
    const q = Float32Array.from(z, (logit) => Math.exp(logit - top));
    const total = q.reduce((sum, value) => Math.fround(sum + value));
    return Array.from(q, (value, i) => Math.fround(value / total - p[i]!));
  },
};
