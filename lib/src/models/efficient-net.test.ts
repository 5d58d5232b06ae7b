import { strict as assert } from 'node:assert';

import type * as Tfjs from '@tensorflow/tfjs';

import { efficientNet, efficientNetScales, type EfficientNetOptions } from './efficient-net';
import { onPaper } from './paper/on-paper';
import { assertLearns, assertNumbers, itKeepsTheLaws } from './testing/family-laws';

const small: EfficientNetOptions = {
  inputShape: [32, 32, 3],
  classes: 3,
  width: 0.25,
  depth: 0.25,
  dropout: 0,
  dropConnect: 0,
};

/** What Keras counts more: mean and variance of three channels, and how many images they come from. */
const constants = 7;

describe('efficientNet()', function () {
  this.timeout(120_000);

  for (const [scale, keras, trainable, withoutTop, macs] of [
    [0, 5_330_571, 5_288_548, 4_049_571, 385_814_752],
    [1, 7_856_239, 7_794_184, 6_575_239, 686_802_832],
    [2, 9_177_569, 9_109_994, 7_768_569, 993_561_872],
    [3, 12_320_535, 12_233_232, 10_783_535, 1_827_141_392],
    [4, 19_466_823, 19_341_616, 17_673_823, 4_393_771_024],
    [5, 30_562_527, 30_389_784, 28_513_527, 10_266_384_752],
    [6, 43_265_143, 43_040_704, 40_960_143, 19_067_593_536],
    [7, 66_658_687, 66_347_960, 64_097_687, 37_745_884_192],
  ] as const) {
    it(`B${scale} has Keras's ${keras} parameters less ${constants}`, () => {
      const parameters = keras - constants;
      assertNumbers({ build: () => efficientNet({ scale }), parameters, trainable, macs });
      const build = () => efficientNet({ scale, includeTop: false });
      const top = keras - withoutTop;
      assertNumbers({ build, parameters: parameters - top, trainable: trainable - top });
    });
  }

  it('has the stages of the table', () =>
    assertNumbers({
      build: () => efficientNet(),
      parameters: 5_330_564,
      trainable: 5_288_548,
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

  it('drops whole images, more of them the deeper the block', () => {
    const { layers } = onPaper(() => efficientNet()) as unknown as Tfjs.LayersModel;
    const dropped = layers
      .filter(({ name }) => name.endsWith('_drop'))
      .map((layer) => layer.getConfig());
    const rates = dropped.map(({ rate }) => rate as number);
    assert.ok(rates.every((rate, i) => i === 0 || rate > rates[i - 1]!));
    assert.deepEqual([rates[0], rates.at(-1)], [(0.2 * 2) / 16, (0.2 * 14) / 16]);
    for (const { noiseShape } of dropped) assert.deepEqual(noiseShape, [null, 1, 1, 1]);
  });

  it('is not scaled by the formula alone', () => {
    const formula = efficientNetScales.map((_, scale) => Math.round(224 * 1.15 ** scale));
    assert.deepEqual(formula, [224, 258, 296, 341, 392, 451, 518, 596]);
    const used = efficientNetScales.map(({ resolution }) => resolution);
    assert.deepEqual(used, [224, 240, 260, 300, 380, 456, 528, 600]);
  });

  itKeepsTheLaws(
    () => efficientNet({ scale: 1 }),
    () => efficientNet(small),
    { strength: 4 },
  );

  for (const engine of ['graph', 'eager'] as const) {
    it(`with whole images dropped, too (${engine})`, () =>
      assertLearns(() => efficientNet({ ...small, depth: 1, dropConnect: 0.2 }), engine));
  }

  it('refuses options that make no sense', () => {
    const refused = (options: object, message: RegExp) =>
      assert.throws(() => efficientNet(options), { name: 'RangeError', message });
    refused({ scale: 8 }, /EfficientNet\u00a0: scale vaut 8 mais il faut un entier de 0 à 7/);
    refused({ depth: 0 }, /depth vaut 0 mais/);
    refused({ dropConnect: 1 }, /dropConnect vaut 1 mais/);
    refused({ inputShape: [32, 32, 1], normalization: true }, /normalization vaut true mais il faut false pour 1\u00a0canaux/); // prettier-ignore
  });
});
