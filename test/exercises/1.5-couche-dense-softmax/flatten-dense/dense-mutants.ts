/** Wrong dense answers beside a right flatten. */
import type { AnyFunction } from '../../answer';
import { checkedBy, dot, right, transpose, wrong } from './parts';
import type { Matrix, Vector } from './types';

export const denseMutants: Record<string, Record<string, AnyFunction>> = {
  'dense transposes a square w only': {
    dense: (x: Vector, w: Matrix, b: Vector) =>
      right.dense(x, w.length === x.length ? transpose(w) : w, b),
  },
  'dense forgets the last input': {
    dense: wrong((x, w, b) => w.map((weights, j) => b[j]! + dot(weights.slice(0, -1), x))),
  },
  'dense forgets the last neuron': {
    dense: wrong((x, w, b) => right.dense(x, w, b).slice(0, -1)),
  },
  'dense reads its biases backwards': {
    dense: wrong((x, w, b) => right.dense(x, w, [...b].reverse())),
  },
  'dense adds all of the biases to each neuron': {
    dense: wrong((x, w, b) =>
      right.dense(
        x,
        w,
        b.map(() => b.reduce((a, c) => a + c)),
      ),
    ),
  },
  'dense never puts its sum back to 0': {
    dense: wrong((x, w, b) => {
      let total = 0;
      return right.dense(x, w, b).map((z) => (total += z));
    }),
  },
  'dense rounds': { dense: wrong((x, w, b) => right.dense(x, w, b).map(Math.round)) },
  'dense takes magnitudes of weights': {
    dense: wrong((x, w, b) =>
      right.dense(
        x,
        w.map((line) => line.map(Math.abs)),
        b,
      ),
    ),
  },
  'dense divides by the number of inputs': {
    dense: wrong((x, w, b) => w.map((weights, j) => b[j]! + dot(weights, x) / x.length)),
  },
  'dense gives a column': {
    dense: wrong((x, w, b) => right.dense(x, w, b).map((z) => [z]) as never),
  },
  'dense gives a number when there is one neuron': {
    dense: (x: Vector, w: Matrix, b: Vector) => {
      const z = right.dense(x, w, b);
      return z.length === 1 ? z[0] : z;
    },
  },
  'dense gives a typed array': {
    dense: (x: Vector, w: Matrix, b: Vector) => Float64Array.from(right.dense(x, w, b)),
  },
  'dense gives NaN': { dense: wrong((_x, w) => w.map(() => NaN)) },
  'dense returns nothing': { dense: () => undefined },
  'dense adds the products into b in place': {
    dense: wrong((x, w, b) => {
      w.forEach((weights, j) => (b[j]! += dot(weights, x)));
      return b;
    }),
  },
  'dense scales w in place': {
    dense: wrong((x, w, b) => {
      const z = right.dense(x, w, b);
      for (const weights of w) weights.forEach((weight, i) => (weights[i] = weight * x[i]!));
      return z;
    }),
  },
  'dense appends a 1 to x in place, for the bias': {
    dense: wrong((x, w, b) => {
      const z = right.dense(x, w, b);
      x.push(1);
      return z;
    }),
  },
  'dense takes any number of inputs': {
    dense: checkedBy((_x, w, b) => {
      if (w.length === 0 || b.length !== w.length) throw new RangeError('w, b');
    }),
  },
  'dense refuses too few inputs but not too many': {
    dense: checkedBy((x, w, b) => {
      if (w.length === 0 || b.length !== w.length) throw new RangeError('w, b');
      if (x.length < w[0]!.length) throw new RangeError('x');
    }),
  },
  'dense refuses too many inputs but not too few': {
    dense: checkedBy((x, w, b) => {
      if (w.length === 0 || b.length !== w.length) throw new RangeError('w, b');
      if (x.length > w[0]!.length) throw new RangeError('x');
    }),
  },
  'dense takes any number of biases': {
    dense: checkedBy((x, w) => {
      if (w.length === 0 || w[0]!.length !== x.length) throw new RangeError('w, x');
    }),
  },
  'dense refuses too few biases but not too many': {
    dense: checkedBy((x, w, b) => {
      if (w.length === 0 || w[0]!.length !== x.length) throw new RangeError('w, x');
      if (b.length < w.length) throw new RangeError('b');
    }),
  },
  'dense takes no neuron': {
    dense: checkedBy((x, w, b) => {
      if (w.length > 0 && w[0]!.length !== x.length) throw new RangeError('w, x');
      if (b.length !== w.length) throw new RangeError('b');
    }),
  },
  'dense gives an empty list where it should throw': {
    dense: (x: Vector, w: Matrix, b: Vector) => {
      try {
        return right.dense(x, w, b);
      } catch {
        return [];
      }
    },
  },
};
