import { strict as assert } from 'node:assert';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { asModel, smallNet } from '../graph/testing/nets';
import { assertNear } from '../graph/testing/with-graph';
import type { OptimizerOptions } from '../graph';
import { blobs, options, valuesOf } from './testing/small-training';
import { train, type TrainModelOptions } from './train-model';

/** Ten times slower before the last layer. */
function slower(last: string): NonNullable<TrainModelOptions['rateOf']> {
  return (name) => (name === last ? 1 : 0.1);
}

async function trained(more: TrainModelOptions, rate?: (last: string) => (name: string) => number) {
  const model = smallNet();
  const rateOf = rate?.(model.layers.at(-1)!.name);
  await train(asModel(model), blobs(20), { ...options, ...more, ...(rateOf ? { rateOf } : {}) });
  return valuesOf(model);
}

describe('train(): rates for each layer', function () {
  this.timeout(60_000);

  const optimizers: OptimizerOptions[] = [
    { name: 'sgd' },
    { name: 'momentum', nesterov: true },
    { name: 'adam' },
    { name: 'adam', weightDecay: 0.1 },
  ];
  for (const optimizer of optimizers) {
    it(`both engines learn the same (${Object.values(optimizer).join(', ')})`, async () => {
      const [graph, eager] = await Promise.all(
        (['graph', 'eager'] as const).map((engine) => trained({ engine, optimizer }, slower)),
      );
      assertNear(graph!, eager!, 1e-4, 'weights');
    });
  }

  for (const engine of ['graph', 'eager'] as const) {
    it(`a factor for all is a factor of the learning rate (${engine})`, async () => {
      const tenth = await trained({ engine, learningRate: 0.1 }, () => () => 0.1);
      assertNear(tenth, await trained({ engine, learningRate: 0.01 }), 1e-6, 'weights');
    });

    it(`with plain gradient descent, the first step of a layer is as long as its factor says (${engine})`, async () => {
      const more: TrainModelOptions = { engine, optimizer: 'sgd', epochs: 1, batchSize: 20 };
      const start = valuesOf(smallNet());
      const steps = (values: number[]) => values.map((value, i) => value - start[i]!);
      const usual = steps(await trained(more));
      const ours = steps(await trained(more, slower));
      const last = 5 * 3 + 3;
      assertNear(
        ours.slice(0, -last),
        usual.slice(0, -last).map((x) => x / 10),
        1e-4,
        'before',
      );
      assertNear(ours.slice(-last), usual.slice(-last), 1e-6, 'last layer');
    });
  }

  it('asks by the names of layers that learn, and refuses 0: what is to stay is frozen', async () => {
    const model = smallNet();
    model.layers[0]!.trainable = false;
    const asked = new Set<string>();
    const rateOf = (name: string): number => {
      asked.add(name);
      return 1;
    };
    await train(asModel(model), blobs(20), { ...options, rateOf });
    assert.deepEqual(
      [...asked],
      model.layers.slice(-2).map(({ name }) => name),
    );
    const [, , , dense] = model.layers;
    for (const wrong of [0, -1, NaN]) {
      await assert.rejects(train(asModel(model), blobs(20), { ...options, rateOf: () => wrong }), {
        name: 'RangeError',
        message: `Impossible de choisir le taux de chaque couche (rateOf)\u00a0: le facteur de la couche '${dense!.name}' vaut ${wrong} mais il faut un nombre fini au-dessus de 0\u00a0; donnez par exemple 0.1\u00a0; pour qu’une couche ne change pas, gelez-la avec trainable: false.`,
      });
    }
  });

  it('a training is not taken up again with other factors', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'convolab-test-'));
    try {
      const checkpoint = join(folder, 'net.safetensors');
      await trained({ checkpoint }, slower);
      await trained({ checkpoint, resume: true, epochs: 4 }, slower);
      await assert.rejects(
        trained({ checkpoint, resume: true, epochs: 5 }),
        /commencé avec un autre rateOf/,
      );
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
