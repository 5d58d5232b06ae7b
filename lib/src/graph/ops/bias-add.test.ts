import { checkGraphOp } from '../testing/check-graph-op';
import { seededVolume } from '../../testing/seeded-volume';
import { biasAdd } from './bias-add';

describe('graph: biasAdd()', () => {
  for (const shape of [
    [5, 3],
    [2, 4, 5, 3],
  ]) {
    it(`adds one number to each channel of [${shape.join(', ')}], and sums up the gradient`, () =>
      checkGraphOp({
        op: (tape, x, bias) => biasAdd(tape, x, bias),
        inputs: [seededVolume(shape, 1)],
        weights: [seededVolume([3], 2)],
        tfjs: (x, bias) => x.add(bias),
      }));
  }
});
