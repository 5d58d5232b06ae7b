/** Right answers written otherwise than the reference; they stand alone, as students would write them. */
type F = (x: number[]) => number;

export const alternatives = {
  'moves x itself and puts the old value back'(f: F, x: number[], h = 1e-5): number[] {
    if (Number.isNaN(h) || h <= 0) throw new Error('h');
    const gradient: number[] = [];
    for (let i = 0; i < x.length; i++) {
      const old = x[i]!;
      x[i] = old + h;
      const above = f(x);
      x[i] = old - h;
      const below = f(x);
      x[i] = old;
      gradient.push((above - below) / (2 * h));
    }
    return gradient;
  },
  'two copies for each coordinate, from the last to the first'(
    f: F,
    x: number[],
    h = 1e-5,
  ): number[] {
    if (!(h > 0)) throw new TypeError('h');
    const gradient = new Array<number>(x.length).fill(0);
    for (let i = x.length - 1; i >= 0; i--) {
      const [up, down] = [[...x], [...x]];
      up[i]! += h;
      down[i]! -= h;
      gradient[i] = (0.5 / h) * (f(up) - f(down));
    }
    return gradient;
  },
  'one working copy, each half of the difference by itself': {
    numericGradient: (f: F, x: number[], h = 1e-5) => {
      if (!(h > 0)) throw new RangeError('h');
      const point = x.slice();
      const middle = f(point);
      return x.map((value, i) => {
        point[i] = value + h;
        const right = (f(point) - middle) / h;
        point[i] = value - h;
        const left = (middle - f(point)) / h;
        point[i] = value;
        return (right + left) / 2;
      });
    },
    relativeError: (a: number[], b: number[]) => {
      if (!a.length || a.length !== b.length) throw new Error('lengths');
      let [gap, size] = [0, 0];
      for (let i = 0; i < a.length; i++) {
        if (!Number.isFinite(a[i]) || !Number.isFinite(b[i])) return Infinity;
        gap = Math.max(gap, Math.abs(a[i]! - b[i]!));
        size = Math.max(size, Math.abs(a[i]!), Math.abs(b[i]!));
      }
      return gap / (size || 1);
    },
  },
  'async, the ratio taken coordinate by coordinate': {
    numericGradient: async (f: F, x: number[], h = 1e-5) => {
      if (!(h > 0)) throw new RangeError('h');
      const at = (i: number, by: number): number => f(x.map((v, j) => v + (i === j ? by : 0)));
      return Promise.all(x.map((_, i) => Promise.resolve((at(i, h) - at(i, -h)) / h / 2)));
    },
    relativeError: async (a: number[], b: number[]) => {
      await Promise.resolve();
      if (a.length < 1 || b.length !== a.length) throw new RangeError('lengths');
      const size = Math.max(...a.concat(b).map((v) => Math.abs(v)));
      if (!(size < Infinity)) return Infinity; // NaN too
      return size > 0 ? Math.max(...a.map((v, i) => Math.abs(v - b[i]!) / size)) : 0;
    },
  },
};
