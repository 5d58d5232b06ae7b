import assert from 'node:assert/strict';

import { outputSize } from '../../shape/output-size';
import { sizeTable } from '../size-table';
import { assertFramesFit, assertShown } from '../testing/figure-laws';
import { strideDots } from './stride-dots';
import { windowPlacements } from './window-placements';

describe('figures that count the places of a window', function () {
  this.timeout(60_000); // loading plotly without a browser, on a busy machine

  for (const [name, make] of Object.entries({
    windowPlacements: () => windowPlacements(7, 3),
    'windowPlacements with too many places for small pictures': () => windowPlacements(10, 2),
    'windowPlacements with padding and stride': () =>
      windowPlacements(5, 3, { stride: 2, padding: 1 }),
    strideDots: () => strideDots(7, 3, { strides: [1, 2, 3] }),
    sizeTable: () => sizeTable(3),
    'sizeTable with a slider': () => sizeTable([1, 3, 5], { padding: 2 }),
  })) {
    it(`${name} is a figure, a picture and words`, async () => {
      const figure = make();
      await assertShown(figure);
      assertFramesFit(figure);
    });
  }

  it('windowPlacements() has a frame a place: 25 of 3 × 3 on 7 × 7', () => {
    const { frames, alt } = windowPlacements(7, 3);
    assert.equal(frames.length, outputSize(7, 3) ** 2);
    assert.match(alt, /Positions : 5 × 5 = 25\./);
    assert.match(alt, /Lignes de départ : 1, 2, 3, 4, 5/);
  });

  it('windowPlacements() has counted k cells of the output at its k-th place', () => {
    for (const [k, frame] of windowPlacements(4, 2).frames.entries()) {
      const [counted] = frame['data'] as [{ z: (number | null)[][] }];
      const numbers = counted.z.flat().filter((value) => value !== null);
      assert.deepEqual(
        numbers,
        Array.from({ length: k + 1 }, (_, i) => i + 1),
      );
    }
  });

  it('windowPlacements() counts padding and stride', () => {
    const { frames, alt } = windowPlacements(5, 3, { stride: 2, padding: 1 });
    assert.equal(frames.length, 9);
    assert.match(alt, /Lignes de départ : 0, 2, 4 /);
  });

  it('strideDots() tells starts, output and rest of each stride', () => {
    const { alt } = strideDots(7, 3, { strides: [1, 2, 3] });
    assert.match(alt, /Pas 1 : départs 1, 2, 3, 4, 5 ; sortie 5 × 5 ; reste 0/);
    assert.match(alt, /Pas 2 : départs 1, 3, 5 ; sortie 3 × 3 ; reste 0/);
    assert.match(alt, /Pas 3 : départs 1, 4 ; sortie 2 × 2 ; reste 1/);
  });

  it('sizeTable() is outputSize(), with a star where the quotient was rounded', () => {
    const { alt } = sizeTable(3, { sizes: [5, 6, 7, 227], strides: [1, 2, 4] });
    assert.match(alt, /N = 5 : 3, 2, 1\*/);
    assert.match(alt, /N = 6 : 4, 2\*, 1\*/);
    assert.match(alt, new RegExp(`N = 227 : 225, 113, ${outputSize(227, 3, 4)}`));
    assert.match(sizeTable(5, { sizes: [4], strides: [1] }).alt, /N = 4 : –/);
  });

  it('refuse what cannot be read or does not fit', () => {
    assert.throws(() => windowPlacements(32, 3), /32 cases de côté, et au plus 16/);
    assert.throws(() => windowPlacements(2, 3), /le filtre a 3 cases de côté/);
    assert.throws(() => strideDots(7, 3, { strides: [0] }), /le pas \(stride\) est 0/);
    const sizes = Array.from({ length: 17 }, (_, i) => i + 5);
    assert.throws(() => sizeTable(3, { sizes }), /17 lignes ou colonnes/);
  });
});
