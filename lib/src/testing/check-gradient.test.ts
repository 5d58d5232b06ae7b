import { strict as assert } from 'node:assert';

import { Volume } from '../volume/volume';
import { checkGradient } from './check-gradient';
import { seededVolume } from './seeded-volume';

const map = (volume: Volume, f: (x: number, i: number) => number): Volume =>
  new Volume(volume.shape, Float64Array.from(volume.data, f));

describe('checkGradient()', () => {
  const x = Volume.from([
    [1, 2, 3],
    [4, 5, -6],
  ]);
  const cube = (at: Volume): Volume => map(at, (v) => v ** 3);

  it('passes a gradient that is right', () => {
    checkGradient(cube, x, (dy) => map(dy, (g, i) => g * 3 * x.data[i]! ** 2));
  });

  it('passes that of a function whose result is one number', () => {
    const sum = (at: Volume): number => Array.from(at.data).reduce((a, b) => a + b);
    checkGradient(sum, x, (dy) => map(x, () => dy.data[0]!));
  });

  it('names the number that is wrong, with both values', () => {
    const wrongAt4 = (dy: Volume): Volume =>
      map(dy, (g, i) => (i === 4 ? 0.5 : g * 3 * x.data[i]! ** 2));
    assert.throws(
      () => checkGradient(cube, x, wrongAt4, { name: 'dCube' }),
      /^Error: dCube\[1\]\[1\]: differences say -?\d+\.\d+, backward says 0.5 \(relative error/,
    );
  });

  it('fails on an error of a millionth of a gradient, on NaN, and on another shape', () => {
    const off = (dy: Volume): Volume => map(dy, (g, i) => g * (3 + 1e-5) * x.data[i]! ** 2);
    assert.throws(() => checkGradient(cube, x, off), /^Error: dInput\[/);
    assert.throws(() => checkGradient(cube, x, () => map(x, () => NaN)), /backward says NaN/);
    assert.throws(
      () => checkGradient(cube, x, (dy) => dy.reshape([6])),
      /^Error: dInput has shape \[6\], its argument \[2, 3\]$/,
    );
  });

  it('leaves the argument as it was, and wants it in float64', () => {
    const before = [...x.data];
    checkGradient(
      (at) => at,
      x,
      (dy) => dy,
    );
    assert.deepEqual([...x.data], before);
    const single = Volume.zeros([1], 'float32');
    assert.throws(
      () =>
        checkGradient(
          (at) => at,
          single,
          (dy) => dy,
        ),
      /need float64/,
    );
  });
});

describe('seededVolume()', () => {
  it('gives the same sixteenths from -2 to 2 for the same seed', () => {
    const { data } = seededVolume([10, 10], 3);
    assert.deepEqual(data, seededVolume([10, 10], 3).data);
    assert.notDeepEqual(data, seededVolume([10, 10], 4).data);
    assert.ok(data.every((v) => Number.isInteger(v * 16) && Math.abs(v) <= 2));
    assert.ok(new Set(data).size > 30);
  });

  it('apart: all different, none at 0', () => {
    for (const size of [1, 2, 7, 50]) {
      const { data } = seededVolume([size], 3, { apart: true, dtype: 'float32' });
      const sorted = [...data].sort((a, b) => a - b);
      assert.ok(sorted.every((v, i) => i === 0 || v - sorted[i - 1]! === 1 / 16));
      assert.ok(sorted.every((v) => Math.abs(v) >= 1 / 32));
    }
  });
});
