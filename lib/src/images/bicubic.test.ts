import { strict as assert } from 'node:assert';

import fc from 'fast-check';

import { seededVolume } from '../testing/seeded-volume';
import { Volume } from '../volume/volume';
import { bicubic } from './bicubic';
import { resize } from './resize';

const near = (found: Volume, expected: Volume, least = 1e-4): void => {
  assert.deepEqual(found.shape, expected.shape);
  for (const [i, x] of found.data.entries()) {
    assert.ok(Math.abs(x - expected.data[i]!) < least, `${i}: ${x}`);
  }
};

describe("resize(…, 'bicubic')", () => {
  it('weighs the two pixels on either side by the cubic of Keys', () => {
    // Twice as wide: a new pixel lies a quarter of a step from an old one.
    const { data } = resize(Volume.from([[0, 0, 0, 64, 0, 0, 0]]), 1, 14, 'bicubic');
    const cubic = [-1.5, -4.5, 14.5, 55.5, 55.5, 14.5, -4.5, -1.5];
    assert.deepEqual(
      [...data].slice(3, 11).map((x) => Math.round(x * 100) / 100),
      cubic,
    );
  });

  it('leaves an even picture even, and one of the same size as it is', () => {
    const size = fc.integer({ min: 1, max: 12 });
    fc.assert(
      fc.property(size, size, size, size, (height, width, rows, cols) => {
        const even = new Volume([height, width], new Float32Array(height * width).fill(7));
        near(resize(even, rows, cols, 'bicubic'), new Volume([rows, cols], new Float32Array(rows * cols).fill(7))); // prettier-ignore
        const image = seededVolume([height, width, 3], 1);
        near(resize(image, height, width, 'bicubic'), image);
      }),
    );
  });

  it('turns with the picture: rows and columns are treated alike', () => {
    const image = seededVolume([7, 5], 3);
    const turned = (volume: Volume): Volume => {
      const [height = 0, width = 0] = volume.shape;
      const data = Float32Array.from(volume.data, (_, i) => volume.at(i % height, Math.floor(i / height))); // prettier-ignore
      return new Volume([width, height], data);
    };
    near(turned(resize(image, 4, 11, 'bicubic')), resize(turned(image), 11, 4, 'bicubic'));
  });

  it('leaves nothing out where the picture becomes smaller', () => {
    const dots = new Volume([1, 64], new Float32Array(64).fill(0));
    const means: number[] = [];
    for (let at = 24; at < 40; at++) {
      const one = new Volume(
        [1, 64],
        Float32Array.from(dots.data, (_, i) => (i === at ? 64 : 0)),
      );
      const small = resize(one, 1, 8, 'bicubic').data;
      means.push([...small].reduce((sum, x) => sum + x, 0));
    }
    for (const mean of means) assert.ok(Math.abs(mean - 8) < 0.2, String(mean));
  });

  it('computes a part of the result alone, and cuts to bytes in between', () => {
    const image = seededVolume([9, 8, 3], 5);
    const whole = bicubic(image, 20, 6);
    const part = bicubic(image, 20, 6, { top: 4, left: 2, height: 5, width: 3 });
    for (let row = 0; row < 5; row++) {
      for (let col = 0; col < 3; col++) {
        assert.equal(part.at(row, col, 1), whole.at(row + 4, col + 2, 1));
      }
    }
    const bytes = bicubic(Volume.from([[0, 255, 0, 255]]), 1, 9, undefined, (x) => Math.min(255, Math.max(0, Math.round(x)))); // prettier-ignore
    assert.ok(bytes.data.every((x) => Number.isInteger(x) && x >= 0 && x <= 255));
  });
});
