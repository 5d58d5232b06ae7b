import { strict as assert } from 'node:assert';

import { alexNet, type AlexNetOptions } from './alex-net';
import { describe as describeModel } from './describe/describe';
import { onPaper } from './paper/on-paper';
import { assertNumbers, itKeepsTheLaws } from './testing/family-laws';

const small: AlexNetOptions = {
  inputShape: [67, 67, 3],
  classes: 3,
  width: 0.0625,
  dropout: 0,
};

describe('alexNet()', function () {
  this.timeout(120_000);

  const stages = {
    conv1: [55, 55, 96],
    pool1: [27, 27, 96],
    conv2: [27, 27, 256],
    pool2: [13, 13, 256],
    conv3: [13, 13, 384],
    conv4: [13, 13, 384],
    conv5: [13, 13, 256],
    pool5: [6, 6, 256],
    flatten: [9216],
    fc6: [4096],
    fc8: [1000],
  };
  const torchvision = { ...stages, conv1: [55, 55, 64], pool1: [27, 27, 64], conv2: [27, 27, 192], pool2: [13, 13, 192], conv4: [13, 13, 256] }; // prettier-ignore

  it('in two towers it has 60,965,224 parameters', () =>
    assertNumbers({ build: () => alexNet(), parameters: 60_965_224, macs: 724_406_816, stages }));

  it('in one, 62,378,344', () =>
    assertNumbers({
      build: () => alexNet({ version: 'single' }),
      parameters: 62_378_344,
      macs: 1_135_256_096,
      stages,
    }));

  it("torchvision's, 61,100,840", () =>
    assertNumbers({
      build: () => alexNet({ version: 'torchvision' }),
      parameters: 61_100_840,
      macs: 714_188_480,
      stages: torchvision,
    }));

  it('without top, what the dense layers hold is missing', () => {
    const dense = 9216 * 4096 + 4096 + 4096 * 4096 + 4096 + 4096 * 1000 + 1000;
    const build = () => alexNet({ includeTop: false });
    assertNumbers({ build, parameters: 60_965_224 - dense });
  });

  it('it has 659,272 units, as the paper says: « 650,000 neurons »', () => {
    const { rows } = describeModel(onPaper(() => alexNet()));
    const learned = rows.filter(({ parameters }) => parameters > 0);
    const units = learned.reduce((sum, { outputShape }) => sum + outputShape.reduce((a, b) => a * b), 0); // prettier-ignore
    assert.equal(units, 659_272);
  });

  const versions = ['towers', 'single', 'torchvision'] as const;
  for (const version of versions) {
    itKeepsTheLaws(
      () => alexNet({ version }),
      () => alexNet({ ...small, version }),
      { variant: version },
    );
  }

  it('with steps of one pixel it takes the images of MNIST', () =>
    assertNumbers({
      build: () => alexNet({ ...small, inputShape: [28, 28, 1], firstStride: 1 }),
      // conv1 to conv5, then fc6 to fc8
      parameters: 732 + 1_216 + 3_480 + 2_616 + 1_744 + 4_352 + 65_792 + 771,
      stages: { conv1: [18, 18, 6], pool5: [1, 1, 16] },
    }));

  it('refuses options that make no sense', () => {
    const refused = (options: object, message: RegExp) =>
      assert.throws(() => alexNet(options), { name: 'RangeError', message });
    refused({ version: 'double' }, /construire AlexNet.*version vaut 'double'/);
    refused({ firstStride: 0 }, /firstStride vaut 0/);
    refused({ inputShape: [66, 67, 3] }, /au moins 67/);
    refused({ inputShape: [62, 67, 3], version: 'torchvision' }, /au moins 63/);
  });

  it('the smallest image still has one place at the end', () => {
    for (const [version, firstStride, side] of [
      ['towers', 4, 67],
      ['torchvision', 4, 63],
      ['single', 2, 39],
    ] as const) {
      const options = { ...small, version, firstStride, inputShape: [side, side, 3] } as const;
      const build = () => alexNet({ ...options, inputShape: [side, side, 3] });
      assert.deepEqual(describeModel(onPaper(build)).row('pool5').outputShape.slice(0, 2), [1, 1]);
      assert.throws(() => alexNet({ ...options, inputShape: [side - 1, side, 3] }), RangeError);
    }
  });
});
