import { strict as assert } from 'node:assert';

import { denseNet, type DenseNetOptions } from './dense-net';
import { onPaper } from './paper/on-paper';
import { assertNumbers, itKeepsTheLaws } from './testing/family-laws';

const small: DenseNetOptions = {
  blocks: [2, 3],
  inputShape: [32, 32, 3],
  classes: 3,
  growthRate: 4,
  width: 0.125,
};

describe('denseNet()', function () {
  this.timeout(120_000);

  for (const [depth, parameters, trainable, withoutTop, macs, maps] of [
    [121, 8_062_504, 7_978_856, 7_037_504, 2_834_161_664, 1024],
    [169, 14_307_880, 14_149_480, 12_642_880, 3_359_843_328, 1664],
    [201, 20_242_984, 20_013_928, 18_321_984, 4_291_365_888, 1920],
  ] as const) {
    it(`DenseNet-${depth} has ${parameters} parameters, ${withoutTop} without top`, () => {
      const stages = {
        conv1_relu: [112, 112, 64],
        pool1: [56, 56, 64],
        conv2_block6_concat: [56, 56, 256],
        pool2_pool: [28, 28, 128],
        conv3_block12_concat: [28, 28, 512],
        pool3_pool: [14, 14, 256],
        pool4_pool: [7, 7, { 121: 512, 169: 640, 201: 896 }[depth]],
        relu: [7, 7, maps],
      };
      const build = () => denseNet({ depth });
      assertNumbers({ build, parameters, trainable, macs, stages: { ...stages, avg_pool: [maps], predictions: [1000] } }); // prettier-ignore
      assertNumbers({
        build: () => denseNet({ depth, includeTop: false }),
        parameters: withoutTop,
        trainable: trainable - (maps + 1) * 1000,
        stages,
      });
    });
  }

  it('counts the layers with weights that it is called by', () => {
    for (const depth of [121, 169, 201] as const) {
      const { layers } = onPaper(() => denseNet({ depth }));
      assert.equal(layers.filter(({ name }) => /conv$|predictions/.test(name)).length, depth);
    }
  });

  it('each layer of a block reads all those before it', () => {
    const model = onPaper(() => denseNet());
    for (let layer = 1; layer <= 6; layer++) {
      const { shape } = model.getLayer(`conv2_block${layer}_0_bn`).input as { shape: number[] };
      assert.deepEqual(shape, [null, 56, 56, 64 + 32 * (layer - 1)]);
    }
  });

  itKeepsTheLaws(
    () => denseNet(),
    () => denseNet(small),
  );

  it('refuses options that make no sense', () => {
    const refused = (options: object, message: RegExp) =>
      assert.throws(() => denseNet(options), { name: 'RangeError', message });
    refused({ depth: 161 }, /DenseNet\u00a0: depth vaut 161 mais il faut 121, 169 ou 201/);
    refused({ blocks: [] }, /blocks vaut \[\] mais il faut des nombres entiers/);
    refused({ growthRate: 1.5 }, /growthRate vaut \[1.5\]/);
    refused({ compression: 0 }, /compression vaut 0 /);
  });
});
