import type * as Tfjs from '@tensorflow/tfjs';

import { seededVolume } from '../../testing/seeded-volume';
import { tfjs } from '../../testing/tfjs-oracle';
import { checkGraphOp } from '../testing/check-graph-op';
import { glorot } from '../testing/nets';
import { assertNear, ours, tensorOf, withGraph } from '../testing/with-graph';
import { conv1d } from './conv1d';

describe('graph: conv1d()', () => {
  for (const padding of ['valid', 'same'] as const) {
    for (const stride of [1, 2]) {
      it(`computes what tfjs computes, and its gradients, with ${padding} and stride ${stride}`, () =>
        checkGraphOp({
          op: (tape, x, w) =>
            conv1d(tape, x, w, {
              strides: [1, stride],
              padding: padding === 'same' ? 'SAME' : 'VALID',
              dilations: [1, 1],
            }),
          inputs: [seededVolume([3, 8, 2], 1)],
          weights: [seededVolume([3, 2, 4], 2)],
          tfjs: (x, w) => tfjs.conv1d(x as never, w as never, stride, padding),
        }));
    }
  }

  it('as a layer too, with a bias and an activation', async () => {
    const layer = tfjs.layers.conv1d({
      inputShape: [9, 2],
      filters: 3,
      kernelSize: 3,
      strides: 2,
      activation: 'tanh',
      kernelInitializer: glorot(1),
      biasInitializer: 'ones',
    });
    const model = tfjs.sequential({ layers: [layer] });
    const x = tensorOf([4, 9, 2], 3);
    await withGraph(model, {}, (graph) => {
      const found = graph.predict(ours(x));
      assertNear(found.dataSync(), (model.predict(x) as Tfjs.Tensor).dataSync(), 1e-5, 'output');
    });
  });
});
