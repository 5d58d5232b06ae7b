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
});
