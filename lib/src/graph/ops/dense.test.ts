import { checkGraphOp } from '../testing/check-graph-op';
import { seededVolume } from '../../testing/seeded-volume';
import { dense } from './dense';

describe('graph: dense()', () => {
  it('is the matrix product, and its gradients are two more', () =>
    checkGraphOp({
      op: (tape, x, kernel) => dense(tape, x, kernel),
      inputs: [seededVolume([4, 5], 1)],
      weights: [seededVolume([5, 3], 2)],
      tfjs: (x, kernel) => x.matMul(kernel),
    }));
});
