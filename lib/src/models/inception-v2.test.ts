import { strict as assert } from 'node:assert';

import { describe as describeModel } from './describe/describe';
import { inceptionV2, type InceptionV2Options } from './inception-v2';
import { onPaper } from './paper/on-paper';
import { assertNumbers, itKeepsTheLaws } from './testing/family-laws';

const small: InceptionV2Options = { inputShape: [32, 32, 3], classes: 3, width: 0.125 };

describe('inceptionV2()', function () {
  this.timeout(120_000);

  it('learns 11,204,936 parameters, with the stages of the table', () => {
    const statistics = 2 * 9952;
    assertNumbers({
      build: () => inceptionV2(),
      parameters: 11_204_936 + statistics,
      trainable: 11_204_936,
      macs: 2_018_851_840,
      stages: {
        conv1_7x7_s2_relu: [112, 112, 64],
        pool1_3x3_s2: [56, 56, 64],
        conv2_3x3_relu: [56, 56, 192],
        pool2_3x3_s2: [28, 28, 192],
        inception_3a_output: [28, 28, 256],
        inception_3b_output: [28, 28, 320],
        inception_3c_output: [14, 14, 576],
        inception_4a_output: [14, 14, 576],
        inception_4b_output: [14, 14, 576],
        inception_4c_output: [14, 14, 576],
        inception_4d_output: [14, 14, 576],
        inception_4e_output: [7, 7, 1024],
        inception_5a_output: [7, 7, 1024],
        inception_5b_output: [7, 7, 1024],
        classifier: [1000],
      },
    });
  });

  it('learns 11,194,984 without biases, 11,295,240 as the authors’ file has it', () => {
    const learned = (options: InceptionV2Options) =>
      describeModel(onPaper(() => inceptionV2(options))).totals.trainable;
    assert.equal(learned({ convBias: false }), 11_194_984);
    assert.equal(learned({ project4: 128 }), 11_295_240);
  });

  itKeepsTheLaws(
    () => inceptionV2(),
    () => inceptionV2({ ...small, convBias: false }),
  );

  it('refuses options that make no sense', () => {
    assert.throws(() => inceptionV2({ project4: 0 }), {
      name: 'RangeError',
      message: /Inception v2\u00a0: project4 vaut 0 mais il faut un nombre entier d’au moins 1/,
    });
  });
});
