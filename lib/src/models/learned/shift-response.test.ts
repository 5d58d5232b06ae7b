import { strict as assert } from 'node:assert';

import type * as Tfjs from '@tensorflow/tfjs';

import { shiftImages } from '../../images/move/shift-images';
import { seededVolume } from '../../testing/seeded-volume';
import { tfjs } from '../../testing/tfjs-oracle';
import { leNet, seeded } from '..';
import { asModel } from '../../graph/testing/nets';
import { shiftResponseOf } from './shift-response';

const { layers } = tfjs;
const image = seededVolume([28, 28, 1], 1);

describe('shiftResponseOf()', () => {
  it('says what the model predicts for each image that it shows', () => {
    const model = seeded(1, () => leNet({ inputShape: [28, 28, 1] }));
    const { shifts, images, probabilities, class: answered } = shiftResponseOf(model, image);
    assert.deepEqual([shifts[0], shifts.length], [-8, 17]);
    for (const [i, right] of shifts.entries()) {
      assert.deepEqual([...images[i]!.data], [...shiftImages(image, { right }).data]);
      const x = tfjs.tensor(images[i]!.data, [1, 28, 28, 1], 'float32');
      const predicted = (model as unknown as Tfjs.LayersModel).predict(x) as Tfjs.Tensor;
      const given = predicted.dataSync();
      for (const [c, p] of probabilities[i]!.entries()) assert.ok(Math.abs(p - given[c]!) < 1e-5);
    }
    assert.equal(answered, probabilities[8]!.indexOf(Math.max(...probabilities[8]!)));
  });

  it('is flat for a network that moves nothing out and takes the mean of its maps', () => {
    const small = tfjs.sequential({
      layers: [
        layers.conv2d({ inputShape: [9, 15, 1], filters: 4, kernelSize: 3, padding: 'same', activation: 'relu' }),
        layers.globalAveragePooling2d({}),
        layers.dense({ units: 3, activation: 'softmax' }),
      ],
    }); // prettier-ignore
    const dot = Array.from({ length: 9 }, (_, y) =>
      Array.from({ length: 15 }, (__, x) => (y === 4 && x === 7 ? 1 : 0)),
    );
    const { probabilities } = shiftResponseOf(asModel(small), dot, { most: 6, class: 2 });
    const watched = probabilities.map((row) => row[2]!);
    assert.ok(Math.max(...watched) - Math.min(...watched) < 1e-6, String(watched));
    // One pixel further the window of the convolution leaves the image.
    const { probabilities: out } = shiftResponseOf(asModel(small), dot, { most: 9, class: 2 });
    assert.ok(Math.abs(out[0]![2]! - watched[0]!) > 1e-6);
  });

  it('refuses a shift beyond the image, and halves of pixels', () => {
    const model = seeded(1, () => leNet({ inputShape: [28, 28, 1] }));
    for (const most of [0, 29, 1.5]) {
      assert.throws(() => shiftResponseOf(model, image, { most }), /un entier de 1 à 28/);
    }
    assert.throws(() => shiftResponseOf(model, image, { class: 10 }), /10 classes/);
  });
});
