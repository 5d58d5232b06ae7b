import { checkGraphOp } from '../testing/check-graph-op';
import { seededVolume } from '../../testing/seeded-volume';
import { tfjs } from '../../testing/tfjs-oracle';
import { conv2d } from './conv2d';

describe('graph: conv2d()', () => {
  const image = seededVolume([3, 7, 8, 2], 1);
  const kernel = seededVolume([3, 2, 2, 4], 2);

  for (const padding of ['valid', 'same'] as const) {
    for (const strides of [
      [1, 1],
      [2, 1],
      [2, 3],
    ] as [number, number][]) {
      it(`computes what tfjs computes, and its gradients, with ${padding} and strides ${strides.join(' × ')}`, () =>
        checkGraphOp({
          op: (tape, x, w) =>
            conv2d(tape, x, w, {
              strides,
              padding: padding === 'same' ? 'SAME' : 'VALID',
              dilations: [1, 1],
            }),
          inputs: [image],
          weights: [kernel],
          tfjs: (x, w) => tfjs.conv2d(x, w, strides, padding),
        }));
    }
  }
});
