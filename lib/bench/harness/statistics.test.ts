import { strict as assert } from 'node:assert';

import { median, quantile, speedRatio, spread } from './statistics';

describe('bench: statistics', () => {
  it('median() is the middle number, or the mean of the two middle ones', () => {
    assert.equal(median([9, 1, 5]), 5);
    assert.equal(median([1, 2, 4, 100]), 3);
    assert.equal(median([]), NaN);
  });

  it('quantile() interpolates between neighbours', () => {
    assert.equal(quantile([10, 20, 30, 40, 50], 0.25), 20);
    assert.equal(quantile([10, 20], 0.75), 17.5);
  });

  it('spread() is the width of the middle half as a share of the median', () => {
    assert.equal(spread([80, 90, 100, 110, 120]), 0.2);
    assert.equal(spread([7, 7, 7]), 0);
  });

  it('speedRatio() compares within rounds: a load on one round weighs on both', () => {
    // Twice as fast in every round, though the second round took ten times as long.
    assert.equal(speedRatio([1, 10, 1], [2, 20, 2]), 2);
    assert.equal(median([2, 20, 2]) / median([1, 10, 1]), 2);
    // Where the load moves from round to round, medians of each would say 1.
    assert.equal(speedRatio([1, 2, 4], [2, 4, 2]), 2);
  });

  it('speedRatio() leaves out the rounds that only one took part in', () => {
    assert.equal(speedRatio([1, 1, 100], [3, 5]), 4);
    assert.equal(speedRatio([], [1]), NaN);
  });
});
