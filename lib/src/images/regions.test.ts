import { strict as assert } from 'node:assert';

import fc from 'fast-check';

import { Volume } from '../volume/volume';
import { connectedRegions } from './connected-regions';
import { otsuThreshold } from './otsu-threshold';

describe('connectedRegions()', () => {
  it('holds pixels that touch by a corner together, the largest region first', () => {
    const regions = connectedRegions(
      Volume.from([
        [1, 0, 0, 0, 1],
        [0, 0, 1, 0, 0],
        [0, 1, 0, 0, 0],
        [0, 0, 1, 1, 0],
      ]),
    );
    assert.deepEqual(
      regions.map(({ area }) => area),
      [4, 1, 1],
    );
    assert.deepEqual(regions[0]?.box, { top: 1, left: 1, height: 3, width: 3 });
  });

  it('counts every white pixel once, and puts it in the box of its region', () => {
    const matrix = fc.integer({ min: 1, max: 9 }).chain((width) => {
      const row = fc.array(fc.constantFrom(0, 255), { minLength: width, maxLength: width });
      return fc.array(row, { minLength: 1, maxLength: 9 });
    });
    fc.assert(
      fc.property(matrix, (rows) => {
        const width = rows[0]?.length ?? 0;
        const regions = connectedRegions(Volume.from(rows));
        const all = regions.flatMap(({ pixels }) => pixels).sort((a, b) => a - b);
        const white = rows.flat().flatMap((value, place) => (value > 0 ? [place] : []));
        assert.deepEqual(all, white);
        for (const { box, pixels, area } of regions) {
          assert.equal(area, pixels.length);
          for (const place of pixels) {
            const [row, col] = [Math.floor(place / width) - box.top, (place % width) - box.left];
            assert.ok(row >= 0 && row < box.height && col >= 0 && col < box.width);
          }
        }
      }),
    );
  });

  it('refuses an image in colours', () => {
    assert.throws(() => connectedRegions(Volume.zeros([2, 2, 3])), {
      name: 'RangeError',
      message: /sa forme est \[2, 2, 3\] mais il faut \[hauteur, largeur\]/,
    });
  });
});

describe('otsuThreshold()', () => {
  it('lies halfway between two groups of values', () => {
    const threshold = otsuThreshold(Volume.from([[0, 0, 0, 100, 100]]));
    assert.ok(Math.abs(threshold - 50) < 1, String(threshold));
  });

  it('parts the two groups however unequal they are', () => {
    const values = [...Array.from({ length: 500 }, (_, i) => 200 + (i % 7)), 30, 35, 40];
    const threshold = otsuThreshold(Volume.from([values]));
    assert.ok(threshold > 40 && threshold < 200, String(threshold));
  });

  it('of an image of one value is that value', () => {
    assert.equal(otsuThreshold(Volume.from([[7, 7]])), 7);
  });
});
