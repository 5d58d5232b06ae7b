import assert from 'node:assert/strict';

import type { PlotlyObject } from '../plotly-object';
import { assertFramesFit, assertShown } from '../testing/figure-laws';
import { fiveScalings } from './five-scalings';
import { compound, macsOf } from './growth';
import { scalingByFormula, type ScaledNetwork } from './scaling-by-formula';

const b0: ScaledNetwork = { depth: 1, width: 1, resolution: 224, macs: 385_814_752 };
const b1: ScaledNetwork = { depth: 1.1, width: 1, resolution: 240, macs: 686_802_832 };

describe('compound scaling', () => {
  it('costs about twice as much for each step of φ', () => {
    assert.equal(macsOf(compound(1)).toFixed(3), '1.920');
    assert.ok(Math.abs(macsOf(compound(3)) - 1.92027 ** 3) < 1e-9);
  });
});

describe('fiveScalings()', function () {
  this.timeout(60_000); // loading plotly without a browser, on a busy machine

  it('is a figure, a picture and words', async () => {
    await assertShown(fiveScalings());
    assertFramesFit(fiveScalings());
  });

  it('gives the four that grow the same multiply-adds, wherever the slider stands', () => {
    for (const { name, data } of fiveScalings().frames) {
      const texts = (data as PlotlyObject[])[2]!['text'] as string[];
      const [start, ...grown] = texts.filter((text) => text.includes('MAC'));
      assert.equal(start, '<b>MAC ×1</b>');
      assert.equal(grown.length, 4);
      assert.equal(new Set(grown).size, 1, `${String(name)}: ${grown.join(', ')}`);
    }
  });

  it('draws a bar for each layer', () => {
    const bars = ({ data }: PlotlyObject): number =>
      ((data as PlotlyObject[])[0]!['x'] as unknown[]).filter((x) => x === null).length;
    const counts = fiveScalings().frames.map(bars);
    assert.equal(counts[0], 5 * 4);
    assert.equal(counts.at(-1), 3 * 4 + 28 + 7);
  });
});

describe('scalingByFormula()', function () {
  this.timeout(60_000);

  it('is a figure, a picture and words', async () => {
    await assertShown(scalingByFormula([b0, b1]));
    assertFramesFit(scalingByFormula([b0, b1]));
  });

  it('gives the sizes of the formula, which are not those of the networks', () => {
    const { alt } = scalingByFormula(Array.from({ length: 8 }, () => b0));
    const asked = [...alt.matchAll(/image (\d+) \(réseau 224\)/g)].map(([, side]) => Number(side));
    assert.deepEqual(asked, [224, 258, 296, 341, 392, 451, 518, 596]);
  });

  it('refuses none, and more than it has exponents for', () => {
    assert.throws(() => scalingByFormula([]), /il y a 0 réseaux/);
    assert.throws(() => scalingByFormula(new Array<ScaledNetwork>(11).fill(b0)), /il y a 11/);
  });
});
