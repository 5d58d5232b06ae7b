import assert from 'node:assert/strict';

import { outputSize } from '../../shape/output-size';
import { assertFramesFit, assertShown } from '../testing/figure-laws';
import { blockTraces, filterPaint } from './block';
import { filterVolumes } from './filter-volumes';
import { volumes } from './volumes';

describe('volumes', function () {
  this.timeout(60_000); // loading plotly without a browser, on a busy machine

  it('volumes() is a figure, a picture and words, with vectors too', async () => {
    const figure = volumes([
      { name: 'image', shape: [32, 32, 3] },
      { name: 'cartes', shape: [28, 28, 512], via: '512 filtres 5×5×3' },
      { name: 'vecteur', shape: [401408], via: 'aplatir' },
    ]);
    await assertShown(figure);
    assert.match(figure.alt, /2\. cartes \(512 filtres 5×5×3\) : 28.×.28.×.512/);
    assert.match(figure.alt, /3\. vecteur \(aplatir\) : 401408/);
  });

  it('volumes() fits a long network into the page', () => {
    const stage = { name: 'bloc', shape: [14, 14, 512] };
    const { layout } = volumes(Array.from({ length: 9 }, () => stage));
    assert.ok((layout['width'] as number) <= 900);
  });

  it('volumes() refuses a matrix', () => {
    assert.throws(
      () => volumes([{ name: 'a', shape: [2, 2] }]),
      /« a » a la forme 2.×.2, de rang 2/,
    );
  });

  it('filterVolumes() is a figure, a picture and words, for few filters and for many', async () => {
    for (const figure of [filterVolumes([32, 32, 3], 5, 10), filterVolumes([28, 28, 1], 3, 32)]) {
      await assertShown(figure);
      assertFramesFit(figure);
    }
  });

  it('filterVolumes() counts maps and parameters: one map a filter, one bias a filter', () => {
    const { alt, frames } = filterVolumes([32, 32, 3], 5, 10);
    assert.match(alt, /1 filtre, 1 carte : sortie 32 × 32 × 1, 76 paramètres/);
    assert.match(alt, /10 filtres, 10 cartes : sortie 32 × 32 × 10, 760 paramètres/);
    assert.equal(frames.length, 10);
  });

  it('filterVolumes() takes stride and padding into the size of the maps', () => {
    const { alt } = filterVolumes([32, 28, 3], 5, 2, { stride: 2, padding: 'valid' });
    const size = [outputSize(32, 5, 2), outputSize(28, 5, 2)].join(' × ');
    assert.match(alt, new RegExp(`sortie ${size} × 2, 152 paramètres`));
  });

  it('a block shows a top and a side for each slab, and one front', () => {
    const block = { x: 0, y: 100, width: 50, height: 40, depth: 30, slabs: 3 };
    const rings = blockTraces(block, filterPaint).map(
      (trace) => (trace['x'] as (number | null)[]).filter((x) => x === null).length,
    );
    assert.deepEqual(rings, [3, 3, 1]);
  });
});
