import { strict as assert } from 'node:assert';

import type * as Tfjs from '@tensorflow/tfjs';

import { tfjs } from '../../testing/tfjs-oracle';
import { buildGraph } from '../build-graph';
import type { ModelInside } from '../model/tfjs-inside';
import { assertNear, ours, tensorOf, withGraph } from '../testing/with-graph';

const { layers } = tfjs;

function net(): Tfjs.Sequential {
  return tfjs.sequential({
    layers: [
      layers.conv2d({ inputShape: [6, 6, 2], filters: 3, kernelSize: 3, useBias: false }),
      layers.batchNormalization(),
      layers.depthwiseConv2d({ kernelSize: 2, depthMultiplier: 2 }),
      layers.batchNormalization({ scale: false }),
      layers.reLU({ maxValue: 6 }),
      layers.flatten(),
    ],
  });
}

/** Weights and statistics of all kinds, variances above 0. */
function unsettle(model: Tfjs.LayersModel, seed: number): void {
  const weights = model.layers.flatMap((layer) => layer.weights);
  for (const [i, weight] of weights.entries()) {
    const values = tensorOf(weight.shape as number[], seed + i);
    weight.write(weight.name.includes('variance') ? values.abs().add(0.5) : values);
  }
}

describe('graph: foldBatchNorm()', () => {
  it('answers as tfjs, without a normalisation left in the graph, before and after new weights', async () => {
    const model = net();
    const { graph } = buildGraph(model as unknown as ModelInside);
    assert.ok(graph.nodes.every(({ op }) => op !== 'FusedBatchNormV3'));
    unsettle(model, 1);
    const x = tensorOf([3, 6, 6, 2], 50);
    const expected = (): ArrayLike<number> => (model.predict(x) as Tfjs.Tensor).dataSync();
    await withGraph(model, {}, (compiled) => {
      const first = expected();
      assertNear(compiled.predict(ours(x)).dataSync(), first, 1e-5, 'output');
      const state = compiled.readState();
      unsettle(model, 9);
      compiled.initialise();
      assertNear(compiled.predict(ours(x)).dataSync(), expected(), 1e-5, 'output');
      compiled.writeState(state);
      assertNear(compiled.predict(ours(x)).dataSync(), first, 1e-5, 'output');
    });
  });
});
