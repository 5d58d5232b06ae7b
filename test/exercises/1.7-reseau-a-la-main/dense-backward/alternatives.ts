/** Right answers written otherwise than the reference; they stand alone, as students would write them. */
import type { AnyFunction } from '../../answer';
import type { DenseGradients, Matrix } from '../types';

export const alternatives: Record<string, AnyFunction> = {
  'three matrix products'(dy: Matrix, x: Matrix, w: Matrix): DenseGradients {
    if (dy.length !== x.length || x[0]!.length !== w.length) throw new RangeError('x');
    if (dy[0]!.length !== w[0]!.length) throw new RangeError('dy');
    const turn = (m: Matrix): Matrix => m[0]!.map((_, j) => m.map((row) => row[j]!));
    const multiply = (a: Matrix, b: Matrix): Matrix =>
      a.map((row) => turn(b).map((column) => row.reduce((s, v, i) => s + v * column[i]!, 0)));
    const [ones] = [dy.map(() => 1)];
    return { dx: multiply(dy, turn(w)), dw: multiply(turn(x), dy), db: multiply([ones], dy)[0]! };
  },
  'one function for each gradient, one formula for each number'(
    dy: Matrix,
    x: Matrix,
    w: Matrix,
  ): DenseGradients {
    if (x.length !== dy.length) throw new Error('lots');
    if (w.length !== x[0]!.length || w[0]!.length !== dy[0]!.length) throw new Error('poids');
    const total = (count: number, term: (i: number) => number): number => {
      let sum = 0;
      for (let i = 0; i < count; i++) sum += term(i);
      return sum;
    };
    return {
      db: w[0]!.map((_, j) => total(dy.length, (e) => dy[e]![j]!)),
      dw: w.map((row, i) => row.map((_, j) => total(x.length, (e) => x[e]![i]! * dy[e]![j]!))),
      dx: x.map((row, e) => row.map((_, i) => total(w[0]!.length, (j) => dy[e]![j]! * w[i]![j]!))),
    };
  },
  async 'example by example, the gradients of each added to the sum, async'(
    dy: Matrix,
    x: Matrix,
    w: Matrix,
  ): Promise<DenseGradients> {
    await Promise.resolve();
    if (dy.length !== x.length) throw new TypeError('batch');
    let dw = w.map((row) => row.map(() => 0));
    let db = w[0]!.map(() => 0);
    const dx: Matrix = [];
    for (const [e, g] of dy.entries()) {
      if (g.length !== w[0]!.length || x[e]!.length !== w.length) throw new TypeError('widths');
      dx.push(w.map((row) => row.reduce((s, weight, j) => s + weight * g[j]!, 0)));
      dw = dw.map((row, i) => row.map((value, j) => value + x[e]![i]! * g[j]!));
      db = db.map((value, j) => value + g[j]!);
    }
    return { dx, dw, db };
  },
  'flat typed arrays, folded back'(dy: Matrix, x: Matrix, w: Matrix): DenseGradients {
    const [batch, n, m] = [x.length, w.length, w[0]!.length];
    const fits = dy.length === batch && x[0]!.length === n && dy[0]!.length === m;
    if (!fits) throw new RangeError('shapes');
    const [dx, dw, db] = [batch * n, n * m, m].map((length) => new Float64Array(length)) as [
      Float64Array,
      Float64Array,
      Float64Array,
    ];
    for (let at = batch * n * m - 1; at >= 0; at--) {
      const [e, i, j] = [Math.floor(at / (n * m)), Math.floor(at / m) % n, at % m];
      dx[e * n + i]! += dy[e]![j]! * w[i]![j]!;
      dw[i * m + j]! += dy[e]![j]! * x[e]![i]!;
      if (i === 0) db[j]! += dy[e]![j]!;
    }
    const fold = (flat: Float64Array, width: number): Matrix =>
      Array.from({ length: flat.length / width }, (_, row) =>
        Array.from(flat.subarray(row * width, (row + 1) * width)),
      );
    return { dx: fold(dx, n), dw: fold(dw, m), db: Array.from(db) };
  },
};
