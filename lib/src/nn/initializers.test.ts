import { strict as assert } from 'node:assert';

import { initialWeight } from './initializers';

const shape = [5, 5, 8, 24]; // fan in 200, fan out 600
const numbers = (
  name: Parameters<typeof initialWeight>[0],
  seed = 1,
): Float32Array | Float64Array => initialWeight(name, shape, 'float64', seed).data;
const varianceOf = (data: ArrayLike<number>): number => {
  const all = Array.from(data);
  const mean = all.reduce((sum, x) => sum + x, 0) / all.length;
  return all.reduce((sum, x) => sum + (x - mean) ** 2, 0) / all.length;
};
const near = (found: number, wanted: number): void =>
  assert.ok(Math.abs(found / wanted - 1) < 0.05, `${found}, not ${wanted}`);

describe('initialWeight()', () => {
  it('glorot has a variance of 2 by (fan in + fan out), he of 2 by fan in', () => {
    near(varianceOf(numbers('glorotUniform')), 2 / 800);
    near(varianceOf(numbers('heUniform')), 2 / 200);
    // Cut at twice the deviation, a normal distribution keeps 77 % of its variance.
    near(varianceOf(numbers('glorotNormal')), (0.774 * 2) / 800);
    near(varianceOf(numbers('heNormal')), (0.774 * 2) / 200);
  });

  it('stays within its bounds', () => {
    assert.ok(numbers('heUniform').every((x) => Math.abs(x) <= Math.sqrt(6 / 200)));
    assert.ok(numbers('heNormal').every((x) => Math.abs(x) <= 2 * Math.sqrt(2 / 200)));
  });

  it('is the same for the same seed only', () => {
    assert.deepEqual(numbers('heNormal', 3), numbers('heNormal', 3));
    assert.notDeepEqual(numbers('heNormal', 3), numbers('heNormal', 4));
    assert.ok(numbers('zeros').every((x) => x === 0));
    assert.ok(numbers('ones').every((x) => x === 1));
  });
});
