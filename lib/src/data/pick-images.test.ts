import { strict as assert } from 'node:assert';

import { loadMnist } from './mnist';
import { ofClasses, pickImages } from './pick-images';

const { train } = loadMnist({ train: 200, test: 1 });

describe('ofClasses()', () => {
  it('keeps image and label together, in their order, as many as asked for', () => {
    const some = ofClasses(train, [0, 7], 12);
    const places = train.labels.flatMap((label, i) => (label === 0 || label === 7 ? [i] : []));
    assert.deepEqual(some.images.shape, [12, 28, 28, 1]);
    for (const [i, label] of some.labels.entries()) {
      const place = places[i] as number;
      assert.equal(label, train.labels[place]);
      const [mine, theirs] = [some.images, train.images].map((images, k) => {
        const start = (k === 0 ? i : place) * 784;
        return images.data.slice(start, start + 784);
      });
      assert.deepEqual(mine, theirs);
    }
  });

  it('gives fewer when there are no more, and refuses classes that none is of', () => {
    assert.equal(ofClasses(train, [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]).labels.length, 200);
    assert.throws(() => ofClasses(train, [12]), {
      name: 'RangeError',
      message: /aucune n'est des classes voulues/,
    });
  });
});

describe('pickImages()', () => {
  it('copies: what becomes of the pieces does nothing to the whole', () => {
    const one = pickImages(train, [3]);
    const before = train.images.data[3 * 784 + 400];
    one.images.data.fill(9);
    assert.equal(train.images.data[3 * 784 + 400], before);
  });

  it('refuses a place that is none', () => {
    for (const place of [200, -1, 0.5]) {
      assert.throws(() => pickImages(train, [place]), {
        name: 'RangeError',
        message: /il y a 200 images.*donnez des entiers de 0 à 199/,
      });
    }
  });
});
