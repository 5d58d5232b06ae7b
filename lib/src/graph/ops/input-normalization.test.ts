import { seededVolume } from '../../testing/seeded-volume';
import { checkGraphOp } from '../testing/check-graph-op';
import { inputNormalization } from './input-normalization';

describe('graph: the normalisation of what comes in', () => {
  it('takes a mean from each channel and divides by its deviation', () =>
    checkGraphOp({
      op: (tape, x) => inputNormalization(tape, x, [0.5, -1], [2, 0.25]),
      inputs: [seededVolume([2, 3, 4, 2], 1)],
      tfjs: (x) => x.sub([0.5, -1]).div([2, 0.25]),
    }));
});
