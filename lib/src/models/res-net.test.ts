import { strict as assert } from 'node:assert';

import { describe as describeModel } from './describe/describe';
import { onPaper } from './paper/on-paper';
import { resNet, type ResNetOptions } from './res-net';
import { assertLearns, assertNumbers, itKeepsTheLaws } from './testing/family-laws';

const small: ResNetOptions = {
  depth: 50,
  inputShape: [32, 32, 3],
  classes: 3,
  width: 0.0625,
};

describe('resNet()', function () {
  this.timeout(120_000);

  for (const [depth, parameters, trainable, withoutTop, macs] of [
    [50, 25_636_712, 25_583_592, 23_587_712, 3_857_973_248],
    [101, 44_707_176, 44_601_832, 42_658_176, 7_570_194_432],
    [152, 60_419_944, 60_268_520, 58_370_944, 11_282_415_616],
  ] as const) {
    it(`ResNet-${depth} has ${parameters} parameters, ${withoutTop} without top`, () => {
      const stages = {
        conv1_relu: [112, 112, 64],
        pool1_pool: [56, 56, 64],
        conv2_block3_out: [56, 56, 256],
        [`conv3_block${depth === 152 ? 8 : 4}_out`]: [28, 28, 512],
        [`conv4_block${{ 50: 6, 101: 23, 152: 36 }[depth]}_out`]: [14, 14, 1024],
        conv5_block3_out: [7, 7, 2048],
      };
      const build = () => resNet({ depth });
      assertNumbers({ build, parameters, trainable, macs, stages: { ...stages, avg_pool: [2048], predictions: [1000] } }); // prettier-ignore
      assertNumbers({
        build: () => resNet({ depth, includeTop: false }),
        parameters: withoutTop,
        trainable: trainable - 2048 * 1000 - 1000,
        stages,
      });
    });
  }

  for (const [depth, learned, macs] of [
    [18, 11_689_512, 1_814_073_344],
    [34, 21_797_672, 3_663_761_408],
  ] as const) {
    it(`ResNet-${depth} learns ${learned} parameters`, () => {
      const build = () => resNet({ depth });
      // Two moving statistics for each map that is normalised.
      const statistics = { 18: 2 * 4800, 34: 2 * 8512 }[depth];
      assertNumbers({ build, parameters: learned + statistics, trainable: learned, macs });
    });
  }

  it('without biases, and the stride in the 3x3, it is the one of PyTorch', () => {
    for (const [depth, learned, billions] of [
      [50, 25_557_032, '4.089'],
      [101, 44_549_160, '7.801'],
      [152, 60_192_808, '11.514'],
    ] as const) {
      const model = onPaper(() => resNet({ depth, convBias: false, strideIn: '3x3' }));
      const { trainable, macs } = describeModel(model).totals;
      assert.deepEqual([trainable, (macs / 1e9).toFixed(3)], [learned, billions]);
    }
  });

  it('counts the layers with weights that it is called by', () => {
    for (const depth of [18, 34, 50, 101, 152] as const) {
      const { layers } = onPaper(() => resNet({ depth }));
      const deep = layers.filter(({ name }) => /_conv$|predictions/.test(name) && !/_0_conv$/.test(name)); // prettier-ignore
      assert.equal(deep.length, depth);
    }
  });

  it('a plain network has the same layers and no shortcut', () => {
    const names = (shortcut: boolean) =>
      onPaper(() => resNet({ depth: 34, shortcut })).layers.map(({ name }) => name);
    const beside = names(true).filter((name) => !names(false).includes(name));
    assert.ok(
      beside.every((name) => /_add$|_0_conv$|_0_bn$/.test(name)),
      beside.join(),
    );
    assert.equal(beside.length, 16 + 2 * 3);
  });

  itKeepsTheLaws(
    () => resNet(),
    () => resNet(small),
  );

  for (const engine of ['graph', 'eager'] as const) {
    it(`a small one of basic blocks learns (${engine})`, () =>
      assertLearns(() => resNet({ ...small, depth: 18 }), engine));
  }

  it('refuses options that make no sense', () => {
    const refused = (options: object, message: RegExp) =>
      assert.throws(() => resNet(options), { name: 'RangeError', message });
    refused({ depth: 20 }, /^Impossible de construire ResNet\u00a0: depth vaut 20 mais il faut 18, 34, 50, 101 ou 152\u00a0; donnez par exemple depth: 50\.$/); // prettier-ignore
    refused({ strideIn: '7x7' }, /strideIn vaut '7x7' mais il faut '1x1' ou '3x3'/);
    refused({ inputShape: [16, 16, 3] }, /au moins 32/);
  });
});
