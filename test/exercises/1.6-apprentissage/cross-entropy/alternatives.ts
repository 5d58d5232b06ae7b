/** Right answers written otherwise than the reference; they stand alone, as students would write them. */
import type { AnyFunction } from '../../answer';

export const alternatives: Record<string, AnyFunction> = {
  'one reduce'(p: number[], q: number[]): number {
    if (!p.length || p.length !== q.length) throw new Error('lengths');
    if ([...p, ...q].some((x) => !(x >= 0 && x <= 1))) throw new Error('values');
    return p.reduce((loss, pi, i) => (pi === 0 ? loss : loss + pi * Math.log(1 / q[i]!)), 0);
  },
  'the wanted classes first, then their logarithms'(p: number[], q: number[]): number {
    if (p.length < 1 || p.length !== q.length) throw new TypeError('lengths');
    for (const value of p.concat(q)) if (Number.isNaN(value)) throw new TypeError('NaN');
    if (Math.min(...p, ...q) < 0 || Math.max(...p, ...q) > 1) throw new RangeError('values');
    const wanted = [...p.keys()].filter((i) => p[i]! > 0);
    return -wanted.map((i) => p[i]! * Math.log(q[i]!)).reduce((a, b) => a + b, 0);
  },
  'the logarithm of a product of powers, a factor at a time, from the end'(
    p: number[],
    q: number[],
  ): number {
    let i = p.length;
    if (i === 0 || i !== q.length) throw new RangeError('lengths');
    let loss = 0;
    while (i-- > 0) {
      const [pi, qi] = [p[i]!, q[i]!];
      if (!(pi >= 0) || !(qi >= 0) || pi > 1 || qi > 1) throw new RangeError('values');
      loss -= Math.log(qi ** pi); // 0 ** 0 is 1
    }
    return loss;
  },
  async 'float32 arrays, async'(p: number[], q: number[]): Promise<number> {
    await Promise.resolve();
    if (p.length !== q.length || p.length === 0) throw new RangeError('lengths');
    const both = Float32Array.of(...p, ...q);
    if (!both.every((value) => value >= 0 && value <= 1)) throw new RangeError('values');
    const logs = Float32Array.from(q, Math.log);
    return p.reduce((loss, pi, i) => (pi > 0 ? Math.fround(loss - pi * logs[i]!) : loss), 0);
  },
};
