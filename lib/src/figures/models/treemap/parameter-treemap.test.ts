import assert from 'node:assert/strict';

import fc from 'fast-check';

import { denseNet, leNet, onPaper, vgg } from '../../../models';
import { assertFramesFit, assertShown } from '../../testing/figure-laws';
import { parameterTreemap } from './parameter-treemap';
import { squarify } from './squarify';

describe('parameterTreemap()', function () {
  this.timeout(60_000); // loading plotly without a browser, on a busy machine

  it('is a figure, a picture and words, for the smallest and the longest', async () => {
    for (const build of [() => leNet({ version: 'paper' }), () => denseNet({ depth: 201 })]) {
      const figure = parameterTreemap(onPaper(build));
      await assertShown(figure);
      assertFramesFit(figure);
      assert.deepEqual(figure.frames.map(({ name }) => name), ['Paramètres', 'MAC (le calcul)']); // prettier-ignore
    }
  });

  it('tells where the parameters of VGG-16 are, and where its work', () => {
    const { alt } = parameterTreemap(onPaper(() => vgg()));
    const lines = alt.replaceAll('\u00a0', ' ').split('\n');
    assert.deepEqual(lines.slice(0, 3), [
      'vgg16 : 138 357 544 paramètres, 15 470 264 320 MAC',
      'Paramètres : couches denses 89,4 %, convolutions 10,6 %',
      'MAC : convolutions 99,2 %, couches denses 0,8 %',
    ]);
    assert.ok(lines.includes('fc1 : 102 764 544 paramètres (74,3 %), 102 760 448 MAC (0,7 %)'));
    assert.ok(lines.some((line) => line.startsWith('  block5_conv3 : 2 359 808 paramètres')));
  });

  it('each of its rectangles answers the mouse', () => {
    const figure = parameterTreemap(onPaper(() => vgg()));
    const texts = new Set(
      figure.data.flatMap((trace) => (trace['hovertext'] as string[] | undefined) ?? []),
    );
    assert.equal(texts.size, 16, '13 convolutions and 3 dense layers');
  });
});

describe('squarify()', () => {
  const box = { x: 10, y: 20, width: 300, height: 200 };

  it('gives each value an area of its share, inside the box', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 1e6 }), { minLength: 1, maxLength: 60 }), (found) => {
        const values = found.sort((a, b) => b - a);
        const total = values.reduce((sum, value) => sum + value, 0);
        for (const [i, place] of squarify(values, box).entries()) {
          const area = (place.width * place.height) / (box.width * box.height);
          assert.ok(Math.abs(area - values[i]! / total) < 1e-9);
          assert.ok(place.x >= 10 - 1e-6 && place.x + place.width <= 310 + 1e-6);
          assert.ok(place.y >= 20 - 1e-6 && place.y + place.height <= 220 + 1e-6);
        }
      }),
    ); // prettier-ignore
  });

  it('makes them nearly square, not strips', () => {
    for (const { width, height } of squarify(
      Array.from({ length: 24 }, () => 1),
      box,
    )) {
      assert.ok(Math.max(width / height, height / width) < 1.6);
    }
  });
});
