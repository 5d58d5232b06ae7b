import type * as Tfjs from '@tensorflow/tfjs';

import { seededVolume } from '../../testing/seeded-volume';
import { tfjs } from '../../testing/tfjs-oracle';
import { checkGraphOp } from '../testing/check-graph-op';
import { groupedConv2d } from './grouped-conv2d';

describe('graph: groupedConv2d()', () => {
  for (const [groups, stride, padding] of [
    [2, 1, 'same'],
    [3, 2, 'valid'],
  ] as const) {
    it(`computes ${groups} convolutions side by side, and their gradients`, () =>
      checkGraphOp({
        op: (tape, x, kernel) =>
          groupedConv2d(tape, x, kernel, groups, {
            strides: [stride, stride],
            padding: padding === 'same' ? 'SAME' : 'VALID',
            dilations: [1, 1],
          }),
        inputs: [seededVolume([2, 6, 7, 2 * groups], 1)],
        weights: [seededVolume([3, 2, 2, 3 * groups], 2)],
        tfjs: (x, kernel) => {
          const kernels = tfjs.split<Tfjs.Tensor4D>(kernel, groups, 3);
          const parts = tfjs.split<Tfjs.Tensor4D>(x, groups, 3);
          const each = parts.map((part, i) => tfjs.conv2d(part, kernels[i]!, stride, padding));
          return tfjs.concat(each, 3);
        },
      }));
  }
});
