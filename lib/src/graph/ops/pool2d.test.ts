import { checkGraphOp } from '../testing/check-graph-op';
import { seededVolume } from '../../testing/seeded-volume';
import { tfjs } from '../../testing/tfjs-oracle';
import { avgPool2d } from './avg-pool2d';
import { globalAvgPool2d } from './global-avg-pool2d';
import { globalMaxPool2d } from './global-max-pool2d';
import { maxPool2d } from './max-pool2d';

describe('graph: pooling', () => {
  const image = seededVolume([2, 7, 6, 3], 1, { apart: true });

  for (const padding of ['valid', 'same'] as const) {
    for (const stride of [1, 2, 3]) {
      const options = {
        poolSize: [3, 2] as const,
        strides: [stride, stride] as const,
        padding: padding === 'same' ? ('SAME' as const) : ('VALID' as const),
      };
      it(`maxPool2d() and its gradient are those of tfjs with ${padding}, stride ${stride}`, () =>
        checkGraphOp({
          op: (tape, x) => maxPool2d(tape, x, options),
          inputs: [image],
          tfjs: (x) => tfjs.maxPool(x, [3, 2], stride, padding),
        }));
      it(`avgPool2d() and its gradient are those of tfjs with ${padding}, stride ${stride}`, () =>
        checkGraphOp({
          op: (tape, x) => avgPool2d(tape, x, options),
          inputs: [image],
          tfjs: (x) => tfjs.avgPool(x, [3, 2], stride, padding),
        }));
    }
  }

  for (const channels of [3, 9]) {
    it(`avgPool2d() of windows side by side: its gradient is that of tfjs (${channels} channels)`, () =>
      checkGraphOp({
        op: (tape, x) =>
          avgPool2d(tape, x, { poolSize: [2, 3], strides: [2, 3], padding: 'VALID' }),
        inputs: [seededVolume([2, 4, 6, channels], 1)],
        tfjs: (x) => tfjs.avgPool(x, [2, 3], [2, 3], 'valid'),
      }));
  }

  it('globalAvgPool2d() shares its gradient among all places', () =>
    checkGraphOp({
      op: (tape, x) => globalAvgPool2d(tape, x),
      inputs: [image],
      tfjs: (x) => x.mean([1, 2]),
    }));

  it('globalMaxPool2d() gives its gradient to the largest', () =>
    checkGraphOp({
      op: (tape, x) => globalMaxPool2d(tape, x),
      inputs: [image],
      tfjs: (x) => x.max([1, 2]),
    }));
});
