import { strict as assert } from 'node:assert';

import { Volume } from '../volume/volume';
import { assertClose, tfCompute, tfGradients, tfjs } from './tfjs-oracle';

describe('the tfjs oracle', () => {
  const a = Volume.from([[1, 2]]);
  const b = Volume.from([[3], [4]]);

  it('computes', () => {
    const product = tfCompute([a, b], (x, y) => tfjs.matMul(x, y));
    assert.deepEqual(product.toNested(2), [[11]]);
    assert.equal(product.dtype, 'float32');
    assert.deepEqual(tfCompute([a], (x) => x.sum()).toNested(1), [3]);
  });

  it('differentiates by every argument', () => {
    const dOutput = Volume.from([[10]]);
    const [da, db] = tfGradients(dOutput, [a, b], (x, y) => tfjs.matMul(x, y));
    assert.deepEqual(da!.toNested(2), [[30, 40]]);
    assert.deepEqual(db!.toNested(2), [[10], [20]]);
  });

  it('leaves no tensor behind', () => {
    const before = tfjs.memory().numTensors;
    tfGradients(Volume.from([[1]]), [a, b], (x, y) => tfjs.matMul(x, y));
    assert.equal(tfjs.memory().numTensors, before);
  });

  it('assertClose() names the first number that differs, and knows NaN', () => {
    assertClose(Volume.from([1, NaN, Infinity]), Volume.from([1 + 1e-6, NaN, Infinity]));
    assertClose(Volume.from([1e6]), Volume.from([1e6 + 1]));
    assert.throws(
      () => assertClose(Volume.from([[1, 2]]), Volume.from([[1, 2.1]]), 1e-3, 'dKernel'),
      /^Error: dKernel\[0\]\[1\] of \[1, 2\] is 2, the oracle says 2.1$/,
    );
    assert.throws(() => assertClose(Volume.from([0]), Volume.from([NaN])), /the oracle says NaN/);
    assert.throws(() => assertClose(Volume.from([1]), Volume.from([-Infinity])), /says -Infinity/);
    assert.throws(() => assertClose(Volume.from([Infinity]), Volume.from([1])), /is Infinity/);
    assert.throws(() => assertClose(a, b), /shape \[1, 2\], the oracle's \[2, 1\]/);
  });
});
