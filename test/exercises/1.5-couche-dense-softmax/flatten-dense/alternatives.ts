/** Right answers written otherwise than the reference; they stand alone, as students would write them. */
import type { AnyFunction } from '../../answer';
import type { Block, Matrix, Vector } from './types';

export const alternatives: Record<string, Record<string, AnyFunction>> = {
  functional: {
    flatten: (v: Block) => v.flatMap((row) => row.flatMap((cell) => cell)),
    dense(x: Vector, w: Matrix, b: Vector) {
      if (!w.length || w.length !== b.length) throw new TypeError('neurons');
      if (w.some((row) => row.length !== x.length)) throw new TypeError('inputs');
      return w.map(
        (row, j) => row.map((each, i) => each * x[i]!).reduce((s, p) => s + p, 0) + b[j]!,
      );
    },
  },
  'loops and the formula of the index': {
    flatten(v: Block) {
      const [H, W, C] = [v.length, v[0]!.length, v[0]![0]!.length];
      const strip = new Array<number>(H * W * C);
      for (let c = 0; c < C; c++)
        for (let x = 0; x < W; x++)
          for (let y = 0; y < H; y++) strip[(y * W + x) * C + c] = v[y]![x]![c]!;
      return strip;
    },
    dense(x: Vector, w: Matrix, b: Vector) {
      const [m, n] = [w.length, x.length];
      if (m < 1) throw new Error('neurons');
      if (b.length < m || b.length > m) throw new Error('biases');
      for (const row of w) if (row.length !== n) throw new Error('inputs');
      const z = b.slice();
      for (let i = 0; i < n; i++) for (let j = 0; j < m; j++) z[j]! += x[i]! * w[j]![i]!;
      return z;
    },
  },
  'float32 arrays, async': {
    async flatten(v: Block) {
      await Promise.resolve();
      return Array.from({ length: v.flat(2).length }, (_, k) => {
        const [W, C] = [v[0]!.length, v[0]![0]!.length];
        return v[Math.floor(k / (W * C))]![Math.floor(k / C) % W]![k % C]!;
      });
    },
    async dense(x: Vector, w: Matrix, b: Vector) {
      await Promise.resolve();
      if (w.length === 0) throw new RangeError('empty');
      if (w[0]!.length !== x.length || b.length !== w.length) throw new RangeError('shapes');
      const flat = Float32Array.from(w.flat());
      const z = Float32Array.from(b);
      flat.forEach((weight, k) => (z[Math.floor(k / x.length)]! += weight * x[k % x.length]!));
      return [...z];
    },
  },
};
