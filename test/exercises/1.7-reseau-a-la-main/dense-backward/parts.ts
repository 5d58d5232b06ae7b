/** A right denseBackward whose wrong variants change one part. The reference answer does not use it. */
import { product, sum, transpose } from '../parts';
import type { DenseBackward, DenseGradients, Matrix } from '../types';

export function refuse(dy: Matrix, x: Matrix, w: Matrix): void {
  if (dy.length !== x.length) throw new RangeError('examples');
  if (x[0]!.length !== w.length) throw new RangeError('inputs');
  if (dy[0]!.length !== w[0]!.length) throw new RangeError('units');
}

export const right: DenseBackward = (dy, x, w) => {
  refuse(dy, x, w);
  return {
    dx: product(dy, transpose(w)),
    dw: product(transpose(x), dy),
    db: transpose(dy).map(sum),
  };
};

/** A wrong denseBackward that refuses what must be refused, and makes something else of the right parts. */
export const wrong =
  (change: (gradients: DenseGradients, dy: Matrix, x: Matrix, w: Matrix) => unknown) =>
  (dy: Matrix, x: Matrix, w: Matrix): unknown =>
    change(right(dy, x, w), dy, x, w);

/** Right where the arguments are, after this check only; what is not there counts for 0. */
export const checkedBy =
  (check: (dy: Matrix, x: Matrix, w: Matrix) => void): DenseBackward =>
  (dy, x, w) => {
    check(dy, x, w);
    const [dx, dw, db] = [x, w, w[0]!].map((like) => structuredClone(like)) as [
      Matrix,
      Matrix,
      number[],
    ];
    dx.forEach((row, e) =>
      row.forEach((_, i) => {
        row[i] = sum((dy[e] ?? []).map((g, j) => g * (w[i]?.[j] ?? 0)));
      }),
    );
    dw.forEach((row, i) =>
      row.forEach((_, j) => {
        row[j] = sum(x.map((entered, e) => (entered[i] ?? 0) * (dy[e]?.[j] ?? 0)));
      }),
    );
    db.forEach((_, j) => (db[j] = sum(dy.map((row) => row[j] ?? 0))));
    return { dx, dw, db };
  };
