import { strict as assert } from 'node:assert';

import type * as Tfjs from '@tensorflow/tfjs';

import { blockOf } from './describe/blocks';
import { efficientNet } from './efficient-net';
import { efficientNetLite, type EfficientNetLiteOptions } from './efficient-net-lite';
import { onPaper } from './paper/on-paper';
import { assertNumbers, itKeepsTheLaws } from './testing/family-laws';

const small: EfficientNetLiteOptions = {
  inputShape: [32, 32, 3],
  classes: 3,
  width: 0.25,
  dropout: 0,
  dropConnect: 0,
};

const layersOf = (build: () => object) => (onPaper(build) as unknown as Tfjs.LayersModel).layers;

describe('efficientNetLite()', function () {
  this.timeout(120_000);

  // The trainable ones are what PyTorch counts, whose statistics are no parameters.
  for (const [scale, parameters, trainable, macs] of [
    [0, 4_694_024, 4_652_008, 385_187_552],
    [1, 5_470_344, 5_416_680, undefined],
    [2, 6_150_168, 6_092_072, undefined],
    [3, 8_273_768, 8_197_096, undefined],
    [4, 13_118_936, 13_006_568, undefined],
  ] as const) {
    it(`Lite${scale} has ${trainable} parameters that learn`, () =>
      assertNumbers({ build: () => efficientNetLite({ scale }), parameters, trainable, macs }));
  }

  it('has the stages of the table', () =>
    assertNumbers({
      build: () => efficientNetLite(),
      parameters: 4_694_024,
      trainable: 4_652_008,
      stages: {
        stem_activation: [112, 112, 32],
        block1a_project_bn: [112, 112, 16],
        block2b_add: [56, 56, 24],
        block3b_add: [28, 28, 40],
        block4c_add: [14, 14, 80],
        block5c_add: [14, 14, 112],
        block6d_add: [7, 7, 192],
        block7a_project_bn: [7, 7, 320],
        top_activation: [7, 7, 1280],
        avg_pool: [1280],
      },
    }));

  it('is EfficientNet-B0 without squeeze and excitation, its layers called the same', () => {
    const names = layersOf(() => efficientNetLite()).map(({ name }) => name);
    const left = layersOf(() => efficientNet()).map(({ name }) => name).filter((name) => !/_se_|_pad$/.test(name)); // prettier-ignore
    assert.deepEqual(names, left);
    const activations = layersOf(() => efficientNetLite())
      .map((layer) => layer.getConfig()['activation'])
      .filter((activation) => activation !== undefined && activation !== 'linear');
    assert.deepEqual([...new Set(activations)], ['relu6', 'softmax']);
  });

  it('falls into the blocks that are frozen one by one', () => {
    const blocks = layersOf(() => efficientNetLite())
      .filter(({ weights }) => weights.length > 0)
      .map(({ name }) => blockOf(name));
    assert.deepEqual(
      [...new Set(blocks)],
      ['stem', 'block1a', 'block2a', 'block2b', 'block3a', 'block3b', 'block4a', 'block4b', 'block4c',
       'block5a', 'block5b', 'block5c', 'block6a', 'block6b', 'block6c', 'block6d', 'block7a', 'top', 'predictions'],
    ); // prettier-ignore
  });

  it('brings pixels from 0 to 255 to (x - 127) / 128, whatever the channels', () => {
    for (const channels of [1, 3]) {
      const layers = layersOf(() => efficientNetLite({ inputShape: [32, 32, channels] }));
      const { mean, deviation } = layers[1]!.getConfig();
      const filled = (value: number) => new Array<number>(channels).fill(value);
      assert.deepEqual([mean, deviation], [filled(127), filled(128)]);
    }
    const without = layersOf(() => efficientNetLite({ normalization: false }));
    assert.equal(without[1]!.name, 'stem_conv');
  });

  itKeepsTheLaws(
    () => efficientNetLite({ scale: 1 }),
    () => efficientNetLite(small),
    { strength: 4 },
  );

  it('refuses options that make no sense', () => {
    const refused = (options: object, message: RegExp) =>
      assert.throws(() => efficientNetLite(options), { name: 'RangeError', message });
    refused({ scale: 5 }, /EfficientNet-Lite\u00a0: scale vaut 5 mais il faut 0, 1, 2, 3 ou 4/);
    refused({ dropConnect: 1 }, /dropConnect vaut 1 mais/);
    refused({ inputShape: [16, 16, 3] }, /au moins 32/);
  });
});
