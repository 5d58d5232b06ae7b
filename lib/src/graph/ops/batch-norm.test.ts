import { checkGraphOp } from '../testing/check-graph-op';
import { seededVolume } from '../../testing/seeded-volume';
import { tfjs } from '../../testing/tfjs-oracle';
import { batchNorm, batchNormTraining } from './batch-norm';

describe('graph: batch normalisation', () => {
  const image = seededVolume([3, 4, 5, 2], 1);
  const gamma = seededVolume([2], 2);
  const beta = seededVolume([2], 3);

  it('batchNormTraining() normalises by the batch, and the gradient goes through its statistics', () =>
    checkGraphOp({
      op: (tape, x, g, b) =>
        batchNormTraining(tape, x, { gamma: g, beta: b, epsilon: 1e-3 }).output,
      inputs: [image],
      weights: [gamma, beta],
      tfjs: (x, g, b) => {
        const { mean, variance } = tfjs.moments(x, [0, 1, 2]);
        return x.sub(mean).div(variance.add(1e-3).sqrt()).mul(g).add(b);
      },
    }));

  it('batchNorm() normalises by statistics that are given', () =>
    checkGraphOp({
      op: (tape, x, g, b) => {
        const mean = tape.graph.constant([0.25, -1], [2], 'float32');
        const variance = tape.graph.constant([0.5, 4], [2], 'float32');
        return batchNorm(tape, x, { gamma: g, beta: b, epsilon: 1e-3 }, mean, variance);
      },
      inputs: [image],
      weights: [gamma, beta],
      tfjs: (x, g, b) =>
        x
          .sub([0.25, -1])
          .div(tfjs.tensor1d([0.5, 4]).add(1e-3).sqrt())
          .mul(g)
          .add(b),
    }));
});
