import { strict as assert } from 'node:assert';

import { describe as describeModel } from './describe/describe';
import { googLeNet, type GoogLeNetOptions } from './google-net';
import { onPaper } from './paper/on-paper';
import { assertNumbers, itKeepsTheLaws } from './testing/family-laws';

const small: GoogLeNetOptions = {
  inputShape: [32, 32, 3],
  classes: 3,
  width: 0.5,
  dropout: false,
};

describe('googLeNet()', function () {
  this.timeout(120_000);

  const stages = {
    conv1_7x7_s2: [112, 112, 64],
    pool1_3x3_s2: [56, 56, 64],
    conv2_3x3: [56, 56, 192],
    pool2_3x3_s2: [28, 28, 192],
    inception_3a_output: [28, 28, 256],
    inception_3b_output: [28, 28, 480],
    pool3_3x3_s2: [14, 14, 480],
    inception_4a_output: [14, 14, 512],
    inception_4d_output: [14, 14, 528],
    inception_4e_output: [14, 14, 832],
    pool4_3x3_s2: [7, 7, 832],
    inception_5a_output: [7, 7, 832],
    inception_5b_output: [7, 7, 1024],
  };

  it('has 6,998,552 parameters, 5,973,552 without top, 13,378,280 with auxiliary classifiers', () => {
    const top = { pool5_7x7_s1: [1024], loss3_classifier: [1000] };
    assertNumbers({
      build: () => googLeNet(),
      parameters: 6_998_552,
      macs: 1_582_671_872,
      stages: { ...stages, ...top },
    });
    const withoutTop = () => googLeNet({ includeTop: false, auxiliary: true });
    assertNumbers({ build: withoutTop, parameters: 5_973_552, stages });
    assertNumbers({
      build: () => googLeNet({ auxiliary: true }),
      parameters: 13_378_280,
      stages: {
        loss1_ave_pool: [4, 4, 512],
        loss1_conv: [4, 4, 128],
        loss1_fc: [1024],
        loss2_ave_pool: [4, 4, 528],
        loss2_classifier: [1000],
      },
    });
  });

  it('has these parameters a module', () => {
    const { rows } = describeModel(onPaper(() => googLeNet({ auxiliary: true })));
    const of = (prefix: string) =>
      rows.filter(({ name }) => name.startsWith(prefix)).reduce((sum, row) => sum + row.parameters, 0); // prettier-ignore
    const names = ['3a', '3b', '4a', '4b', '4c', '4d', '4e', '5a', '5b'];
    assert.deepEqual(
      names.map((name) => of(`inception_${name}`)),
      [163_696, 388_736, 376_176, 449_160, 510_104, 605_376, 868_352, 1_043_456, 1_444_080],
    );
    assert.deepEqual([of('conv1'), of('conv2')], [9_472, 114_944]);
    assert.deepEqual([of('loss1'), of('loss2'), of('loss3')], [3_188_840, 3_190_888, 1_025_000]);
  });

  it("PyTorch's learns 6,624,904 parameters, 13,004,888 with auxiliary classifiers", () => {
    const totals = (options: GoogLeNetOptions) =>
      describeModel(onPaper(() => googLeNet({ version: 'torchvision', ...options }))).totals;
    assert.equal(totals({}).trainable, 6_624_904);
    assert.equal(totals({}).macs, 1_498_376_192);
    assert.equal(totals({ auxiliary: true }).trainable, 13_004_888);
  });

  it('1x1 convolutions in front of the 5x5 of 3a: 15,872 weights in place of 153,600', () => {
    const model = describeModel(onPaper(() => googLeNet()));
    const weights = model.row('inception_3a_5x5_reduce').macs + model.row('inception_3a_5x5').macs;
    assert.equal(weights / (28 * 28), 15_872);
    assert.equal(192 * 32 * 5 * 5, 153_600);
  });

  itKeepsTheLaws(
    () => googLeNet({ auxiliary: true }),
    () => googLeNet(small),
  );

  it('refuses a version that there is not', () => {
    assert.throws(() => googLeNet({ version: 'caffe' as 'paper' }), {
      name: 'RangeError',
      message:
        "Impossible de construire GoogLeNet\u00a0: version vaut 'caffe' mais il faut 'paper' ou 'torchvision'\u00a0; donnez par exemple version: 'paper'.",
    });
  });
});
