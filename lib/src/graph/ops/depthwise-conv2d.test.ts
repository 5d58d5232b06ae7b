import { checkGraphOp } from '../testing/check-graph-op';
import { seededVolume } from '../../testing/seeded-volume';
import { tfjs } from '../../testing/tfjs-oracle';
import { depthwiseConv2d } from './depthwise-conv2d';

describe('graph: depthwiseConv2d()', () => {
  const image = seededVolume([2, 7, 6, 3], 1);
  const kernel = seededVolume([3, 3, 3, 2], 2);

  for (const padding of ['valid', 'same'] as const) {
    for (const stride of [1, 2]) {
      it(`computes what tfjs computes, and its gradients, with ${padding} and stride ${stride}`, () =>
        checkGraphOp({
          op: (tape, x, w) =>
            depthwiseConv2d(tape, x, w, {
              strides: [stride, stride],
              padding: padding === 'same' ? 'SAME' : 'VALID',
              dilations: [1, 1],
            }),
          inputs: [image],
          weights: [kernel],
          tfjs: (x, w) => tfjs.depthwiseConv2d(x, w, stride, padding),
        }));
    }
  }
});
