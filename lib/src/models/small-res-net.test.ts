import { strict as assert } from 'node:assert';

import { onPaper } from './paper/on-paper';
import { smallResNet, type SmallResNetOptions } from './small-res-net';
import { assertNumbers, itKeepsTheLaws } from './testing/family-laws';

const small: SmallResNetOptions = { depth: 14, inputShape: [8, 8, 1], classes: 3, width: 0.25 };

describe('smallResNet()', function () {
  this.timeout(60_000);

  it('halves the image twice', () =>
    assertNumbers({
      build: () => smallResNet(),
      parameters: 274_042,
      trainable: 272_474,
      stages: {
        conv1_relu: [32, 32, 16],
        conv2_block3_out: [32, 32, 16],
        conv3_block3_out: [16, 16, 32],
        conv4_block3_out: [8, 8, 64],
        predictions: [10],
      },
    }));

  it('has 6n + 2 layers with weights, and as many without shortcuts', () => {
    for (const depth of [8, 20, 56, 110]) {
      for (const shortcut of [true, false]) {
        const { layers } = onPaper(() => smallResNet({ depth, shortcut }));
        const deep = layers.filter(({ name }) => /_conv$|predictions/.test(name) && !/_0_conv$/.test(name)); // prettier-ignore
        assert.equal(deep.length, depth);
      }
    }
  });

  itKeepsTheLaws(
    () => smallResNet(),
    () => smallResNet(small),
  );

  it('refuses a depth that is not 6n + 2', () => {
    for (const depth of [2, 19, 20.5, NaN]) {
      assert.throws(() => smallResNet({ depth }), {
        name: 'RangeError',
        message: /depth vaut .* mais il faut 6n \+ 2, comme 8, 20 ou 56/,
      });
    }
  });
});
