import { strict as assert } from 'node:assert';

import { fashionClasses, loadFashionMnist } from './fashion-mnist';
import { loadMnist } from './mnist';

describe('loadFashionMnist()', function () {
  this.timeout(60_000); // decoding on a busy machine

  it('reads all of it, 6000 and 1000 of each of the ten classes', () => {
    const { train, test, classes } = loadFashionMnist();
    assert.deepEqual(train.images.shape, [60_000, 28, 28, 1]);
    assert.deepEqual(test.images.shape, [10_000, 28, 28, 1]);
    assert.equal(classes.length, 10);
    const count = (labels: number[], wanted: number): number =>
      labels.filter((label) => label === wanted).length;
    for (const label of classes.keys()) {
      assert.equal(count(train.labels, label), 6000, classes[label]);
      assert.equal(count(test.labels, label), 1000, classes[label]);
    }
  });

  it('keeps image and class together: trousers leave the middle of the hem dark, bags do not', () => {
    const { images, labels } = loadFashionMnist({ train: 2000, test: 1 }).train;
    const brightness = (name: (typeof fashionClasses)[number]): number => {
      const places = labels.flatMap((label, i) => (fashionClasses[label] === name ? [i] : []));
      const at = (i: number): number => images.data[i * 784 + 22 * 28 + 14] as number;
      return places.reduce((sum, i) => sum + at(i), 0) / places.length;
    };
    assert.ok(brightness('pantalon') < 0.2, String(brightness('pantalon')));
    assert.ok(brightness('sac') > 0.4, String(brightness('sac')));
  });

  it('draws by its seed, as loadMnist() does', () => {
    const first = loadFashionMnist({ train: 50, test: 20, seed: 7 });
    const again = loadFashionMnist({ train: 50, test: 20, seed: 7 });
    const other = loadFashionMnist({ train: 50, test: 20, seed: 8 });
    assert.ok(again.train.images.equals(first.train.images));
    assert.notDeepEqual(other.train.labels, first.train.labels);
    assert.notDeepEqual(loadMnist({ train: 50, test: 20, seed: 7 }).train, first.train);
  });

  it('says what it was reading when it refuses', () => {
    assert.throws(() => loadFashionMnist({ train: 0 }), /lire les vêtements de Fashion-MNIST/);
  });
});
