import { checkGraphOp } from '../testing/check-graph-op';
import { seededVolume } from '../../testing/seeded-volume';
import { tfjs } from '../../testing/tfjs-oracle';
import { localResponseNorm } from './local-response-norm';

describe('graph: localResponseNorm()', () => {
  it('and its gradient are those of tfjs', () =>
    checkGraphOp({
      op: (tape, x) =>
        localResponseNorm(tape, x, { depthRadius: 2, bias: 2, alpha: 0.5, beta: 0.75 }),
      inputs: [seededVolume([2, 3, 3, 7], 1)],
      tfjs: (x) => tfjs.localResponseNormalization(x, 2, 2, 0.5, 0.75),
    }));
});
