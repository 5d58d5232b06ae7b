import { strict as assert } from 'node:assert';

import { assertNumbers, itKeepsTheLaws } from './testing/family-laws';
import { describe as describeModel } from './describe/describe';
import { onPaper } from './paper/on-paper';
import { vgg, type VggOptions } from './vgg';

const small: VggOptions = {
  depth: 11,
  inputShape: [32, 32, 3],
  classes: 3,
  width: 0.0625,
  dropout: 0,
};

describe('vgg()', function () {
  this.timeout(120_000);

  const macs = { 11: 7_609_090_048, 13: 11_308_466_176, 16: 15_470_264_320, 19: 19_632_062_464 };
  for (const [depth, parameters, withoutTop] of [
    [11, 132_863_336, 9_220_480],
    [13, 133_047_848, 9_404_992],
    [16, 138_357_544, 14_714_688],
    [19, 143_667_240, 20_024_384],
  ] as const) {
    it(`VGG-${depth} has ${parameters} parameters, ${withoutTop} without top`, () => {
      const stages = {
        block1_pool: [112, 112, 64],
        block2_pool: [56, 56, 128],
        block3_pool: [28, 28, 256],
        block4_pool: [14, 14, 512],
        block5_pool: [7, 7, 512],
      };
      const top = { fc1: [4096], fc2: [4096], predictions: [1000] };
      assertNumbers({
        build: () => vgg({ depth }),
        parameters,
        macs: macs[depth],
        stages: { ...stages, ...top },
      });
      const build = () => vgg({ depth, includeTop: false });
      assertNumbers({ build, parameters: withoutTop, stages });
    });
  }

  it('column C of the paper has 1x1 convolutions in the last three blocks', () =>
    assertNumbers({ build: () => vgg({ pointwise: true }), parameters: 133_638_952 }));

  it('the dense layers of VGG-16 hold 89.4 % of its weights and 0.8 % of its work', () => {
    const { rows, totals } = describeModel(onPaper(() => vgg()));
    const dense = rows.filter(({ type }) => type === 'Dense');
    const share = (of: 'parameters' | 'macs') =>
      dense.reduce((sum, row) => sum + row[of], 0) / totals[of];
    assert.equal(dense.reduce((sum, row) => sum + row.parameters, 0), 123_642_856); // prettier-ignore
    assert.equal(share('parameters').toFixed(3), '0.894');
    assert.equal(share('macs').toFixed(3), '0.008');
  });

  it('three 3x3 convolutions see as far as one of 7x7', () => {
    const model = onPaper(() => vgg({ includeTop: false }));
    const before = describeModel(model).row('block3_pool').receptiveField;
    const after = describeModel(model).row('block4_conv3').receptiveField;
    assert.deepEqual(before, { size: [44, 44], stride: [8, 8] });
    assert.deepEqual(after, { size: [44 + 6 * 8, 44 + 6 * 8], stride: [8, 8] });
  });

  itKeepsTheLaws(
    () => vgg(),
    () => vgg(small),
  );

  it('refuses options that make no sense', () => {
    const refused = (options: object, message: RegExp) =>
      assert.throws(() => vgg(options), { name: 'RangeError', message });
    assert.throws(() => vgg({ inputShape: [28, 28, 1] }), {
      name: 'RangeError',
      message:
        'Impossible de construire VGG\u00a0: inputShape vaut [28, 28, 1] mais il faut des images d’au moins 32\u00a0×\u00a032\u00a0; donnez par exemple inputShape: [224, 224, 3].',
    });
    refused({ inputShape: [224, 224] }, /\[hauteur, largeur, canaux\]/);
    refused({ inputShape: 224 }, /inputShape vaut 224/);
    refused({ classes: 0 }, /classes vaut 0 /);
    refused({ width: NaN }, /width vaut NaN/);
    refused({ depth: 12 }, /depth vaut 12 mais il faut 11, 13, 16 ou 19/);
  });
});
