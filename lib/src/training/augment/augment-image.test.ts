import { strict as assert } from 'node:assert';

import { seededVolume } from '../../testing/seeded-volume';
import { Volume } from '../../volume/volume';
import { augmentImage, type ImageChange } from './augment-image';

const image = Volume.from([
  [[1], [2], [3]],
  [[4], [5], [6]],
]);
const changed = (change: ImageChange, of = image) =>
  augmentImage(of, change)
    .toNested(3)
    .map((row) => row.map(([value]) => value));

describe('augmentImage()', () => {
  it('changes nothing where nothing is asked for, and copies', () => {
    const same = augmentImage(image, {});
    assert.deepEqual(same, image);
    assert.notEqual(same.data, image.data);
  });

  it('mirrors, moves and lightens, to the pixel', () => {
    assert.deepEqual(changed({ flip: true }), [[3, 2, 1], [6, 5, 4]]); // prettier-ignore
    assert.deepEqual(changed({ shift: [1, 0] }), [[1, 2, 3], [1, 2, 3]]); // prettier-ignore
    assert.deepEqual(changed({ shift: [-1, -1] }), [[5, 6, 6], [5, 6, 6]]); // prettier-ignore
    assert.deepEqual(changed({ brightness: 2 }), [[2, 4, 6], [8, 10, 12]]); // prettier-ignore
    // Mirrored first, then moved.
    assert.deepEqual(changed({ flip: true, shift: [0, 1] }), [[3, 3, 2], [6, 6, 5]]); // prettier-ignore
  });

  it('brings a window to the size of the image, between pixels in proportion', () => {
    const row = Volume.from([[[0], [10], [20], [30]]]);
    assert.deepEqual(changed({ crop: { top: 0, left: 1, height: 1, width: 2 } }, row), [
      [7.5, 12.5, 17.5, 22.5],
    ]);
    assert.deepEqual(changed({ crop: { top: 0, left: 2, height: 1, width: 1 } }, row), [
      [16.25, 18.75, 21.25, 23.75],
    ]);
  });

  it('keeps channels apart, and the type of numbers', () => {
    const photo = seededVolume([5, 4, 3], 1, { dtype: 'float32' });
    const crop = { top: 0.5, left: 1, height: 4, width: 2.5 };
    const all = augmentImage(photo, { crop, flip: true });
    assert.equal(all.dtype, 'float32');
    for (const channel of [0, 1, 2]) {
      const one = Volume.zeros([5, 4, 1], 'float32') as Volume;
      for (let i = 0; i < 20; i++) one.data[i] = photo.data[3 * i + channel]!;
      const alone = augmentImage(one, { crop, flip: true });
      for (let i = 0; i < 20; i++) assert.equal(all.data[3 * i + channel], alone.data[i]);
    }
  });

  it('refuses a batch', () => {
    assert.throws(() => augmentImage(Volume.zeros([2, 3, 3, 1]), {}), {
      name: 'RangeError',
      message:
        'Impossible de modifier l’image\u00a0: elle a la forme [2, 3, 3, 1] mais il faut [hauteur, largeur, canaux]\u00a0; donnez une image à la fois, par exemple Volume.from([[[0], [1]]]).',
    });
  });
});
