import { strict as assert } from 'node:assert';

import { tfjs } from '../../testing/tfjs-oracle';
import { labelsOf, ours, sparse, tensorOf, withGraph } from '../testing/with-graph';

describe('graph: the dropout layer', function () {
  this.timeout(60_000);

  const x = tensorOf([4, 40], 1);

  /** The logits of a first step: what they are says what was dropped. */
  async function logits(trainingSeed: number, own: (number | undefined)[]): Promise<string> {
    const layers = [
      ...own.map((seed) => tfjs.layers.dropout({ inputShape: [40], rate: 0.5, seed })),
      tfjs.layers.dense({ units: 3, kernelInitializer: 'ones' }),
    ];
    return withGraph(tfjs.sequential({ layers }), { ...sparse, seed: trainingSeed }, (graph) =>
      String(graph.train(ours(x), ours(labelsOf(4))).output.dataSync()),
    );
  }

  it('draws by its own seed where it has one, whatever the seed of the training', async () => {
    assert.equal(await logits(1, [5]), await logits(2, [5]));
    assert.notEqual(await logits(1, [5]), await logits(1, [6]));
  });

  it('else draws by the seed of the training', async () => {
    assert.equal(await logits(1, [undefined]), await logits(1, [undefined]));
    assert.notEqual(await logits(1, [undefined]), await logits(2, [undefined]));
  });

  it('two layers without a seed drop different things', async () => {
    const zeros = async (own: undefined[]): Promise<number> => {
      const layers = own.map(() => tfjs.layers.dropout({ inputShape: [4000], rate: 0.5 }));
      const head = tfjs.layers.dense({ units: 3, kernelInitializer: 'ones' });
      return withGraph(tfjs.sequential({ layers: [...layers, head] }), sparse, (graph) => {
        const ones = ours(tfjs.ones([1, 4000]));
        const [sum] = graph.train(ones, ours(labelsOf(1))).output.dataSync();
        // Each that comes through counts 2, behind both layers 4.
        return sum! / 2 ** own.length / 4000;
      });
    };
    assert.ok(Math.abs((await zeros([undefined])) - 0.5) < 0.05);
    assert.ok(Math.abs((await zeros([undefined, undefined])) - 0.25) < 0.05);
  });

  it('keeps or drops together what a length of 1 in noiseShape joins', async () => {
    // Of 600 images each is dropped whole or not at all; a kept one counts double.
    const inputShape = [2, 3, 1];
    const layers = [
      tfjs.layers.dropout({ inputShape, rate: 0.5, noiseShape: [null as never, 1, 1, 1] }),
      tfjs.layers.flatten(),
      tfjs.layers.dense({ units: 3, kernelInitializer: 'ones' }),
    ];
    const sums = await withGraph(tfjs.sequential({ layers }), sparse, (graph) => {
      const ones = ours(tfjs.ones([600, ...inputShape]));
      return [...graph.train(ones, ours(labelsOf(600))).output.dataSync()];
    });
    assert.deepEqual(new Set(sums), new Set([0, 12]));
    const kept = sums.filter((sum) => sum > 0).length / sums.length;
    assert.ok(Math.abs(kept - 0.5) < 0.1, `${kept} of the images are kept`);
  });
});
