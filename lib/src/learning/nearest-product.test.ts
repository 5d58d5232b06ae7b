import assert from 'node:assert/strict';

import { nearestProduct } from './nearest-product';

const close = (a: number, b: number): void => assert.ok(Math.abs(a - b) < 1e-9, `${a} is not ${b}`);

describe('nearestProduct()', () => {
  it('finds column and row of a kernel that is their product, of any shape', () => {
    const found = nearestProduct([
      [-1, 0, 1],
      [-2, 0, 2],
    ]);
    assert.deepEqual(found.column, [1, 2]);
    assert.deepEqual(found.row, [-1, 0, 1]);
    assert.equal(found.missed, 0);
  });

  it('gives a row that does not sum to less than 0', () => {
    const found = nearestProduct([
      [-1, -1, -1],
      [1, 1, 1],
      [0, 0, 0],
    ]);
    assert.deepEqual([found.column, found.row], [[-1, 1, 0], [1, 1, 1]]); // prettier-ignore
  });

  it('misses all but the largest singular value', () => {
    // diag(3, 2, 1), turned: the singular values are 3, 2 and 1.
    const [c, s] = [0.6, 0.8];
    const kernel = [
      [3 * c, -2 * s, 0],
      [3 * s, 2 * c, 0],
      [0, 0, 1],
    ];
    const { missed, product, rest } = nearestProduct(kernel);
    close(missed, (4 + 1) / (9 + 4 + 1));
    kernel.flat().forEach((value, i) => close(value, product.flat()[i]! + rest.flat()[i]!));
  });

  it('leaves a rest of the edge kernel that columns and rows cannot say', () => {
    const { missed } = nearestProduct([
      [-1, -1, -1],
      [-1, 8, -1],
      [-1, -1, -1],
    ]);
    // Of rank 2: the two singular values are the roots of its 2 x 2 core, here (6 ± sqrt(108)) / 2 in size.
    const small = (6 - Math.sqrt(108)) / 2;
    close(missed, small ** 2 / (64 + 8));
  });

  it('refuses a kernel of zeros, and numbers that are not finite', () => {
    assert.throws(() => nearestProduct([[0, 0]]), { name: 'RangeError', message: /n’a que des 0/ });
    assert.throws(() => nearestProduct([[1, NaN]]), { message: /pas fini/ });
    assert.throws(() => nearestProduct([[1, Infinity]]), { message: /pas fini/ });
  });
});
