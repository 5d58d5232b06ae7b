import { strict as assert } from 'node:assert';

import { photo } from '../../data/photo';
import { seededVolume } from '../../testing/seeded-volume';
import { Volume } from '../../volume/volume';
import { preparePhotos } from './prepare-photos';

const picture = (height: number, width: number, channels = 3): Volume => {
  const noise = seededVolume([height, width, channels], 1);
  return new Volume(
    noise.shape,
    Float32Array.from(noise.data, (x) => Math.round(127 + 60 * x)),
  );
};

describe('preparePhotos()', () => {
  it('makes whole numbers from 0 to 255 of any photos, whatever their sizes', async () => {
    const { image } = await photo('rocket');
    const { shape, data } = preparePhotos([image, picture(30, 900), picture(300, 20)], 224);
    assert.deepEqual(shape, [3, 224, 224, 3]);
    assert.ok(data.every((x) => Number.isInteger(x) && x >= 0 && x <= 255));
  });

  it('looks at the middle: 0.875 of the shorter side', () => {
    const lines = Volume.zeros([256, 400, 3], 'float32');
    // One column in 16 is white; what remains begins 16 rows and 88 columns in.
    for (let i = 0; i < lines.data.length; i++) lines.data[i] = Math.floor(i / 3) % 400 === 88 || Math.floor(i / 1200) === 16 ? 255 : 0; // prettier-ignore
    const prepared = preparePhotos(lines, 224);
    assert.equal(prepared.at(0, 0, 100, 0), 255);
    assert.equal(prepared.at(0, 100, 0, 0), 255);
    assert.equal(prepared.at(0, 1, 1, 0), 0);
  });

  it('reads a batch as the list of its pictures, and grey as three channels alike', () => {
    const batch = seededVolume([2, 40, 50, 3], 4);
    const scaled = new Volume(batch.shape, Float32Array.from(batch.data, (x) => Math.round(99 + 40 * x))); // prettier-ignore
    const each = [0, 1].map(
      (i) => new Volume([40, 50, 3], scaled.data.slice(i * 6000, (i + 1) * 6000)),
    );
    assert.deepEqual(preparePhotos(scaled, 64).data, preparePhotos(each, 64).data);
    const grey = preparePhotos(picture(40, 50, 1), 64);
    assert.deepEqual(grey.shape, [1, 64, 64, 3]);
    for (let i = 0; i < grey.data.length; i += 3) assert.equal(grey.data[i], grey.data[i + 2]);
  });

  it('refuses pixels from 0 to 1, but not a black picture', () => {
    const dim = new Volume([8, 8, 3], new Float32Array(192).fill(0.5));
    assert.throws(() => preparePhotos(dim, 64), { name: 'RangeError', message: /de 0 à 1 mais le réseau les lit de 0 à 255/ }); // prettier-ignore
    assert.ok(preparePhotos(Volume.zeros([8, 8, 3]), 64).data.every((x) => x === 0));
  });
});
