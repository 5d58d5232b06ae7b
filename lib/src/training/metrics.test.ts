import { strict as assert } from 'node:assert';

import { Volume } from '../volume/volume';
import { metrics, Tally } from './metrics';

describe('metrics', () => {
  it('accuracy: the right class has the greatest score; of equal ones the first answers', () => {
    assert.equal(metrics.accuracy(Float64Array.of(1, 3, 2), 1), 1);
    assert.equal(metrics.accuracy(Float64Array.of(1, 3, 2), 2), 0);
    assert.equal(metrics.accuracy(Float64Array.of(3, 3), 0), 1);
    assert.equal(metrics.accuracy(Float64Array.of(3, 3), 1), 0);
  });

  it('top5: four classes may lie before the right one, five may not', () => {
    const scores = Float64Array.of(9, 8, 7, 6, 5, 4);
    assert.equal(metrics.top5(scores, 4), 1);
    assert.equal(metrics.top5(scores, 5), 0);
  });

  it('a score that is NaN is never right', () => {
    assert.equal(metrics.accuracy(Float64Array.of(NaN, NaN), 0), 0);
  });

  it('a batch counts by its size: three of four right, not the mean of 1 and 1/2', () => {
    const tally = new Tally(['accuracy']);
    tally.add(
      1,
      Volume.from([
        [1, 0],
        [1, 0],
      ]),
      [0, 1],
    );
    tally.add(4, Volume.from([[0, 1]]), [1]);
    tally.add(4, Volume.from([[0, 1]]), [1]);
    assert.deepEqual(tally.means(), { loss: 2.5, accuracy: 0.75 });
  });
});
