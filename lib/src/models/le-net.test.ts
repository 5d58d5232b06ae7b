import { strict as assert } from 'node:assert';

import { describe as describeModel } from './describe/describe';
import { leNet, type LeNetOptions } from './le-net';
import { digitCodes } from './le-net-digits';
import { onPaper } from './paper/on-paper';
import { assertNumbers, itKeepsTheLaws } from './testing/family-laws';

const stages = {
  C1: [28, 28, 6],
  S2: [14, 14, 6],
  C3: [10, 10, 16],
  S4: [5, 5, 16],
  C5: [1, 1, 120],
  F6: [84],
  output: [10],
};

describe('leNet()', function () {
  this.timeout(60_000);

  it('the modern one has 61,706 parameters', () => {
    assertNumbers({ build: () => leNet(), parameters: 61_706, macs: 416_520, stages });
    const build = () => leNet({ includeTop: false });
    assertNumbers({ build, parameters: 61_706 - 10_164 - 850 });
  });

  it("the paper's learns 60,000 and keeps 840", () =>
    assertNumbers({
      build: () => leNet({ version: 'paper' }),
      parameters: 60_840,
      trainable: 60_000,
      stages,
    }));

  it('the parameters of each layer are those of the paper', () => {
    const { rows } = describeModel(onPaper(() => leNet({ version: 'paper' })));
    const counted = rows.filter((row) => row.parameters > 0).map((row) => [row.name, row.parameters]); // prettier-ignore
    assert.deepEqual(Object.fromEntries(counted), {
      C1: 156, S2: 12, C3: 1_516, S4: 32, C5: 48_120, F6: 10_164, output: 840,
    }); // prettier-ignore
  });

  it('it has 340,908 connections: each place of a layer has those of its windows, and a bias', () => {
    const { rows } = describeModel(onPaper(() => leNet({ version: 'paper' })));
    const connections = rows.map(({ type, outputShape, parameters }) => {
      const [height = 1, width = 1, channels] = outputShape.length === 3 ? outputShape : [];
      // A unit of a subsampling reads the four numbers of its window; they share one coefficient.
      return type === 'Subsampling2D'
        ? height * width * channels! * 5
        : height * width * parameters;
    });
    assert.equal(connections.reduce((a, b) => a + b), 340_908); // prettier-ignore
  });

  it('digits of 28 x 28 get a margin, and classes may be more', () => {
    const build = () => leNet({ inputShape: [28, 28, 1], classes: 26 });
    assertNumbers({ build, parameters: 61_706 - 850 + 85 * 26, stages: { margin: [32, 32, 1] } });
  });

  it('ten digits are drawn on 84 pixels, all of them different', () => {
    assert.deepEqual(digitCodes.map((code) => code.length), Array(10).fill(84)); // prettier-ignore
    assert.ok(digitCodes.flat().every((pixel) => Math.abs(pixel) === 1));
    for (const [a, code] of digitCodes.entries()) {
      for (const other of digitCodes.slice(0, a)) {
        const differing = code.filter((pixel, i) => pixel !== other[i]).length;
        assert.ok(differing >= 5, `${a}: ${differing}`);
      }
    }
  });

  const variants: Record<string, LeNetOptions> = {
    modern: {},
    paper: { version: 'paper' },
    'relu and max': { activation: 'relu', pooling: 'max' },
  };
  for (const [name, options] of Object.entries(variants)) {
    const build = () => leNet(options);
    itKeepsTheLaws(build, build, { variant: name });
  }

  it('the paper’s sizes are not to be changed', () => {
    const refused = (options: LeNetOptions, message: RegExp) =>
      assert.throws(() => leNet({ version: 'paper', ...options }), { name: 'RangeError', message });
    refused({ classes: 26 }, /classes vaut 26/);
    refused({ width: 0.5 }, /width vaut 0.5/);
    refused({ version: 'ancien' as never }, /version vaut 'ancien'/);
  });
});
