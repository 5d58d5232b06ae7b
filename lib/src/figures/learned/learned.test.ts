import { strict as assert } from 'node:assert';

import { asModel } from '../../graph/testing/nets';
import { leNet, seeded } from '../../models';
import { seededVolume } from '../../testing/seeded-volume';
import { tfjs } from '../../testing/tfjs-oracle';
import { assertFramesFit, assertShown } from '../testing/figure-laws';
import { activationsByLayer, gradCam, learnedFilters, occlusionMap, shiftResponse } from '.';

const { layers } = tfjs;
const model = seeded(1, () => leNet({ inputShape: [28, 28, 1], activation: 'relu' }));
const image = seededVolume([28, 28, 1], 1);

describe('figures of what a model has learned', function () {
  this.timeout(60_000); // loading plotly without a browser, on a busy machine

  const figures = {
    learnedFilters: () => learnedFilters(model),
    activationsByLayer: () => activationsByLayer(model, image),
    occlusionMap: () => occlusionMap(model, image),
    gradCam: () => gradCam(model, image),
    shiftResponse: () => shiftResponse(model, image, { most: 3 }),
  };
  const framesOf: Record<string, number> = { activationsByLayer: 2, shiftResponse: 7 };
  for (const [name, draw] of Object.entries(figures)) {
    it(`${name}() is a figure, a picture and words`, async () => {
      const figure = draw();
      await assertShown(figure);
      const { frames } = figure;
      assert.equal(frames.length, framesOf[name] ?? 0);
      assertFramesFit(figure);
    });
  }

  it('call classes by their names', () => {
    const names = Array.from({ length: 10 }, (_, i) => `chiffre ${i}`);
    assert.match(occlusionMap(model, image, { class: 3, names }).alt, /pour « chiffre 3 »/);
    assert.match(gradCam(model, image, { class: 3, names }).alt, /pour « chiffre 3 »/);
    assert.match(gradCam(model, image, { class: 3 }).alt, /pour « classe 3 »/);
  });

  it('occlusionMap() frames the window that the class needs most, and tells the numbers', () => {
    const first = tfjs.sequential({
      layers: [
        layers.flatten({ inputShape: [4, 4, 1] }),
        layers.dense({
          units: 2,
          activation: 'softmax',
          weights: [
            tfjs.tensor2d(
              Array.from({ length: 16 }, (_, i) => (i === 11 ? [Math.log(3), 0] : [0, 0])),
            ),
            tfjs.tensor1d([0, 0]),
          ],
        }),
      ],
    });
    const ones = [[1, 1, 1, 1], [1, 1, 1, 1], [1, 1, 1, 1], [1, 1, 1, 1]]; // prettier-ignore
    const figure = occlusionMap(asModel(first), ones, { window: 2, stride: 2 });
    // With the pixel of row 3, column 4 the odds are 3 to 1, without it even.
    assert.match(figure.alt, /probabilité 75\u00a0% quand rien n’est caché/);
    assert.match(figure.alt, /ligne 3, colonne 3 : 50\u00a0%, soit 25\u00a0points de moins/);
    // Two of the other windows, in which there is nothing.
    assert.equal(figure.alt.match(/75\u00a0%, soit 0\u00a0point de moins/g)?.length, 2);
    assert.match(
      occlusionMap(asModel(first), ones, { class: 1, window: 2, stride: 2 }).alt,
      /\[0, −25\]/,
    );
    assert.match(figure.alt, /Baisse en points \(2 × 2\) : \[\[0, 0\], \[0, 25\]\]/);
  });

  it('gradCam() says when nothing speaks for a class', async () => {
    const minus = tfjs.initializers.constant({ value: -1 });
    const none = tfjs.sequential({
      layers: [
        layers.conv2d({ inputShape: [2, 2, 1], filters: 1, kernelSize: 1, kernelInitializer: 'ones' }),
        layers.globalAveragePooling2d({}),
        layers.dense({ units: 2, kernelInitializer: minus }),
      ],
    }); // prettier-ignore
    const figure = gradCam(asModel(none), [
      [1, 2],
      [3, 4],
    ]);
    assert.match(figure.alt, /Aucune place ne parle pour cette classe/);
    await assertShown(figure);
  });

  it('learnedFilters() shows filters over colours as colours, and tells each channel', async () => {
    const colours = tfjs.sequential({
      layers: [layers.conv2d({ name: 'c', inputShape: [8, 8, 3], filters: 10, kernelSize: 3 })],
    });
    const figure = learnedFilters(asModel(colours));
    await assertShown(figure);
    assert.match(figure.alt, /^Couche c : 10 filtres de 3 × 3 sur 3 canaux/);
    assert.equal(figure.alt.split('\n').length, 1 + 3 * 10);
  });

  it('shiftResponse() begins with the image in its place, and tells each shift', () => {
    const { alt, frames, layout } = shiftResponse(model, image, { most: 2, class: 3 });
    const [first, ...rest] = alt.split('\n');
    assert.match(first!, /probabilité de « classe 3 »/);
    assert.deepEqual(
      rest.map((line) => /^Décalée de (\S+) :/.exec(line)?.[1]),
      ['−2', '−1', '0', '1', '2'],
    );
    assert.deepEqual(frames.map((frame) => frame['name']), ['−2', '−1', '0', '1', '2']); // prettier-ignore
    const [slider] = layout['sliders'] as { active: number }[];
    assert.equal(slider!.active, 2);
  });

  it('activationsByLayer() names the channels, the most active first', () => {
    const { alt } = activationsByLayer(model, image, { layers: ['C3', 'C1'], channels: 2 });
    const [, c3, c1, ...rest] = alt.split('\n');
    assert.match(c3!, /^Couche C3 \(10 × 10, 16 cartes\), les plus actives : canal \d+ \(moyenne/);
    assert.match(c1!, /^Couche C1 \(28 × 28, 6 cartes\)/);
    assert.deepEqual(rest, []);
  });
});
