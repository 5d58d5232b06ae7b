import { strict as assert } from 'node:assert';

import fc from 'fast-check';

import * as plain from '../../ops';
import { imageShapes, upTo } from '../../testing/arbitraries';
import { seededVolume } from '../../testing/seeded-volume';
import { Volume } from '../../volume/volume';
import { setKernels } from '../engine/engine';
import * as fast from '../index';
import { bothKernels } from '../testing/both-kernels';
import { close } from '../testing/close';
import { refusesAlike } from '../testing/refuses-alike';

const random = (shape: readonly number[], seed: number): Volume =>
  seededVolume(shape, seed, { dtype: 'float32' });

/** Forward and backward, in training and at inference, plain and fast. */
function agrees(input: Volume, seed: number): void {
  const channels = [input.shape.at(-1)!];
  const scale = { gamma: random(channels, seed + 1), beta: random(channels, seed + 2) };
  const dOutput = random(input.shape, seed + 3);
  const trained = plain.batchNormTraining(input, scale);
  close({ ...fast.batchNormTraining(input, scale) }, { ...trained });
  const gradients = plain.batchNormTrainingBackward(dOutput, input, { ...scale, epsilon: 0.1 });
  const ours = fast.batchNormTrainingBackward(dOutput, input, { ...scale, epsilon: 0.1 });
  close({ ...ours }, { ...gradients });
  const options = { ...scale, mean: trained.mean, variance: trained.variance, epsilon: 0.1 };
  close({ y: fast.batchNorm(input, options) }, { y: plain.batchNorm(input, options) });
  const wanted = plain.batchNormBackward(dOutput, input, options);
  close({ ...fast.batchNormBackward(dOutput, input, options) }, { ...wanted });
}

describe('fast batchNorm', () => {
  afterEach(() => setKernels('wasm'));

  bothKernels('brings each channel to mean 0 and variance 1, then scales and shifts', () => {
    const x = Volume.from([[1, 10], [3, 30]], 'float32'); // prettier-ignore
    const { output } = fast.batchNormTraining(x, { gamma: [1, 2], beta: [0, 5], epsilon: 0 });
    assert.deepEqual(output.toNested(2), [[-1, 3], [1, 7]]); // prettier-ignore
  });

  bothKernels('is that of ops, forward and backward, in any random case', () => {
    const shapes = imageShapes(9, 11).filter((shape) => shape.length > 2);
    fc.assert(
      fc.property(shapes, upTo(0xffff, 0), (shape, seed) => agrees(random(shape, seed), seed)),
      { numRuns: 80 },
    );
  });

  bothKernels('is that of ops for a large batch far from 0', () => {
    const input = random([8, 20, 20, 6], 1);
    input.data.forEach((value, i) => (input.data[i] = value + 100));
    const { mean, variance } = plain.batchNormTraining(input);
    const found = fast.batchNormTraining(input);
    close({ mean: found.mean, variance: found.variance }, { mean, variance });
  });

  bothKernels('at inference, lets NaN through, and not into the gradient of the input', () => {
    const x = new Volume([2, 1], Float32Array.of(NaN, 2));
    const options = { mean: [0], variance: [1], epsilon: 0 };
    assert.deepEqual(fast.batchNorm(x, options).toNested(2), [[NaN], [2]]);
    const { dInput } = fast.batchNormBackward(
      new Volume([2, 1], Float32Array.of(3, 4)),
      x,
      options,
    );
    assert.deepEqual(dInput.toNested(2), [[3], [4]]);
  });

  it('reads its arguments as the plain operations do: the same errors', () => {
    const x = random([4, 3], 1);
    const row = random([3], 1);
    const wrong = { mean: [0, 0, 0], variance: [1, -1, 1] };
    refusesAlike(() => fast.batchNorm(x, wrong), () => plain.batchNorm(x, wrong)); // prettier-ignore
    refusesAlike(() => fast.batchNormTraining(row), () => plain.batchNormTraining(row)); // prettier-ignore
    refusesAlike(
      () => fast.batchNormTrainingBackward(row, x),
      () => plain.batchNormTrainingBackward(row, x),
    );
    assert.throws(() => fast.batchNormTraining([[1]] as any), TypeError);
  });
});
