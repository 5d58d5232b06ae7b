import type * as Tfjs from '@tensorflow/tfjs';

import { seededVolume } from '../../testing/seeded-volume';
import { tfjs } from '../../testing/tfjs-oracle';
import { checkGraphOp } from '../testing/check-graph-op';
import { partialConv2d } from './partial-conv2d';
import { radialBasis } from './radial-basis';
import { scaledTanh } from './scaled-tanh';
import { subsampling2d } from './subsampling2d';

describe('graph: what the LeNet-5 of the paper is made of', () => {
  const image = seededVolume([3, 6, 8, 3], 1);

  it('scaledTanh() is 1.7159 tanh(2x / 3)', () =>
    checkGraphOp({
      op: scaledTanh,
      inputs: [image],
      tfjs: (x) => tfjs.tanh(x.mul(2 / 3)).mul(1.7159),
    }));

  it('subsampling2d() scales and shifts the mean of each window', () =>
    checkGraphOp({
      op: (tape, x, coefficient, bias) =>
        subsampling2d(tape, x, coefficient, bias, {
          poolSize: [2, 2],
          strides: [2, 2],
          padding: 'VALID',
        }),
      inputs: [image],
      weights: [seededVolume([3], 2), seededVolume([3], 3)],
      tfjs: (x, coefficient, bias) => tfjs.avgPool(x, 2, 2, 'valid').mul(coefficient).add(bias),
    }));

  it('partialConv2d() adds up the channels that a filter sees', () =>
    checkGraphOp({
      op: (tape, x, kernel) => partialConv2d(tape, x, kernel, [[0, 2], [1]]),
      inputs: [image],
      weights: [seededVolume([3, 2, 3], 2)],
      tfjs: (x, kernel) => {
        const see = (channel: number, link: number) =>
          tfjs.conv2d(
            x.slice([0, 0, 0, channel], [-1, -1, -1, 1]),
            kernel.slice([0, 0, link], [-1, -1, 1]).reshape([3, 2, 1, 1]),
            1,
            'valid',
          );
        return tfjs.concat([see(0, 0).add(see(2, 1)), see(1, 2)] as Tfjs.Tensor4D[], 3);
      },
    }));

  it('radialBasis() is minus the squared distance', () => {
    const codes = tfjs.tensor2d([[1, -1, 1, 1], [-1, -1, 2, 0], [0.5, 0, 0, 1]]); // prettier-ignore
    return checkGraphOp({
      op: (tape, x) => {
        const numbers = [...codes.dataSync()];
        return radialBasis(tape, x, tape.graph.constant(numbers, [3, 4], 'float32'));
      },
      inputs: [seededVolume([5, 4], 1)],
      tfjs: (x) => x.expandDims(1).sub(codes.expandDims(0)).square().sum(2).neg(),
    });
  });
});
