import { strict as assert } from 'node:assert';

import fc from 'fast-check';

import { convolutions2d, imageShapes, volumeOf } from './arbitraries';

const sample = <T>(from: fc.Arbitrary<T>): T[] => fc.sample(from, { numRuns: 300, seed: 1 });

describe('the arbitraries', () => {
  it('imageShapes() draws every rank, mostly rectangles, single rows and columns too', () => {
    const shapes = sample(imageShapes());
    assert.deepEqual([...new Set(shapes.map((shape) => shape.length))].sort(), [2, 3, 4]);
    const matrices = shapes.filter((shape) => shape.length === 2);
    assert.ok(matrices.filter(([h, w]) => h !== w).length > matrices.length / 2);
    assert.ok(matrices.some(([h]) => h === 1) && matrices.some(([, w]) => w === 1));
  });

  it('convolutions2d() draws every kind of padding, strides, dilations, groups; the kernel fits', () => {
    const all = sample(convolutions2d());
    const seen = (say: (c: (typeof all)[number]['options']) => unknown): Set<string> =>
      new Set(all.map(({ options }) => JSON.stringify(say(options))));
    assert.deepEqual([...seen((o) => o.groups)].sort(), ['1', '2', '3']);
    assert.equal(seen((o) => o.stride).size, 12);
    assert.equal(seen((o) => o.dilation).size, 12);
    const kinds = seen((o) => (Array.isArray(o.padding) ? 'array' : typeof o.padding));
    assert.deepEqual([...kinds].sort(), ['"array"', '"number"', '"object"', '"string"']);
    for (const { input, kernel, options } of all) {
      assert.equal(input.shape[3], kernel.shape[2]! * options.groups);
      assert.equal(kernel.shape[3], options.bias.size);
      assert.equal(kernel.shape[3] % options.groups, 0);
    }
  });

  it('volumeOf() draws other numbers each time, in the type asked for', () => {
    const volumes = sample(volumeOf([2, 3], { dtype: 'float32' }));
    assert.ok(new Set(volumes.map(({ data }) => String(data))).size > 100);
    assert.ok(volumes.every(({ dtype, shape }) => dtype === 'float32' && String(shape) === '2,3'));
  });
});
