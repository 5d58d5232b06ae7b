import { strict as assert } from 'node:assert';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type * as Tfjs from '@tensorflow/tfjs';

import { asModel, glorot } from '../graph/testing/nets';
import { tfjs } from '../testing/tfjs-oracle';
import { Volume } from '../volume/volume';
import { assertSame, blobs, options, valuesOf, warnings } from './testing/small-training';
import { train } from './train-model';

const { layers } = tfjs;
const inputShape = [6, 6, 2];

function head(): Tfjs.layers.Layer {
  return layers.dense({ units: 3, activation: 'softmax', kernelInitializer: glorot(9) });
}

function sequence(...list: Tfjs.layers.Layer[]): Tfjs.LayersModel {
  return tfjs.sequential({ layers: list });
}

function conv(args: object = {}): Tfjs.layers.Layer {
  return layers.conv2d({
    inputShape,
    filters: 2,
    kernelSize: 3,
    kernelInitializer: glorot(1),
    ...args,
  });
}

/** What the normalisation takes away again is not learned: its gradient is mere rounding. */
function unbiased(): Tfjs.layers.Layer {
  return conv({ useBias: false });
}

/** Both engines must train these alike. */
const alike: Record<string, () => Tfjs.LayersModel> = {
  'normalisation without scale': () =>
    sequence(unbiased(), layers.batchNormalization({ scale: false }), layers.flatten(), head()),
  'normalisation without centre': () =>
    sequence(unbiased(), layers.batchNormalization({ center: false }), layers.flatten(), head()),
  'a softmax layer used twice': () => {
    const twice = head();
    const first = layers.dense({ units: 3, kernelInitializer: glorot(4) });
    return sequence(layers.flatten({ inputShape }), first, twice, twice);
  },
  'a model that ends in a model': () =>
    sequence(
      conv(),
      layers.flatten(),
      tfjs.sequential({
        layers: [
          layers.dense({ inputShape: [32], units: 4, kernelInitializer: glorot(3) }),
          head(),
        ],
      }),
    ),
};

/** Only the eager engine can train these. */
const eagerOnly: Record<string, () => Tfjs.LayersModel> = {
  'weights in a cell': () =>
    sequence(
      layers.reshape({ inputShape, targetShape: [6, 12] }),
      layers.simpleRNN({ units: 4, kernelInitializer: glorot(1), recurrentInitializer: glorot(2) }),
      head(),
    ),
  'weights of a wrapped layer': () =>
    sequence(
      layers.reshape({ inputShape, targetShape: [6, 12] }),
      layers.timeDistributed({ layer: layers.dense({ units: 2, kernelInitializer: glorot(1) }) }),
      layers.flatten(),
      head(),
    ),
  'an unknown activation': () =>
    sequence(
      layers.flatten({ inputShape }),
      layers.dense({ units: 4, activation: 'hardSigmoid', kernelInitializer: glorot(1) }),
      head(),
    ),
  'a normalisation used twice': () => {
    const shared = layers.batchNormalization();
    return sequence(conv(), shared, shared, layers.flatten(), head());
  },
  masks: () =>
    sequence(
      layers.reshape({ inputShape, targetShape: [6, 12] }),
      layers.masking({ maskValue: 0 }),
      layers.flatten(),
      head(),
    ),
};

describe('train(): strange models', function () {
  this.timeout(60_000);

  for (const [name, make] of Object.entries(alike)) {
    it(`${name}: the same history and weights in both engines`, async () => {
      const [ours, theirs] = [make(), make()];
      const graph = await train(asModel(ours), blobs(20), { ...options, engine: 'graph' });
      const eager = await train(asModel(theirs), blobs(20), { ...options, engine: 'eager' });
      assertSame(graph, eager, 1e-4);
      const expected = valuesOf(theirs);
      for (const [i, value] of valuesOf(ours).entries()) {
        assert.ok(Math.abs(value - expected[i]!) < 2e-3, `weight ${i}`);
      }
    });
  }

  for (const [name, make] of Object.entries(eagerOnly)) {
    it(`${name}: trained eagerly, every weight of it`, async () => {
      const model = make();
      const before = model.getWeights().map((weight) => String(weight.dataSync()));
      const said = await warnings(async () => {
        const { metrics } = await train(asModel(model), blobs(40), { ...options, epochs: 6 });
        const loss = metrics['loss']!;
        assert.ok(loss.at(-1)! < loss[0]!, String(loss));
      });
      assert.match(said.join(), /n'a pas de traduction/);
      const after = model.getWeights().map((weight) => String(weight.dataSync()));
      for (const [i, values] of after.entries()) assert.notEqual(values, before[i], `weight ${i}`);
    });
  }

  it('weights in a cell are in the checkpoint too', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'convolab-test-'));
    try {
      const checkpoint = join(folder, 'net.safetensors');
      const more = { ...options, checkpoint, resume: true, engine: 'eager' as const };
      const [first, second] = [0, 1].map(eagerOnly['weights in a cell']!);
      await train(asModel(first!), blobs(20), more);
      await train(asModel(second!), blobs(20), more);
      assert.deepEqual(valuesOf(second!), valuesOf(first!));
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('an input of whole numbers is trained as tfjs feeds it: cut to whole numbers', async () => {
    const make = (dtype: 'int32' | 'float32') => {
      const input = tfjs.input({ shape: inputShape, dtype });
      const output = head().apply(layers.flatten().apply(input)) as Tfjs.SymbolicTensor;
      return asModel(tfjs.model({ inputs: input, outputs: output }));
    };
    const data = blobs(20);
    const cut = {
      ...data,
      images: new Volume(data.images.shape, data.images.data.map(Math.trunc)),
    };
    const said = await warnings(async () => {
      const whole = await train(make('int32'), data, options);
      assertSame(whole, await train(make('float32'), cut, options), 1e-4);
    });
    assert.match(said.join(), /une entrée de type int32, dans la couche/);
  });

  it('what has no translation keeps its options when it is trained eagerly', async () => {
    // Channels first, and a dropout that drops whole channels.
    const first = sequence(
      conv({ kernelSize: 2, padding: 'same', dataFormat: 'channelsFirst' }),
      layers.flatten(),
      head(),
    );
    await warnings(() => train(asModel(first), blobs(20), options));
    assert.deepEqual(first.layers[0]!.outputShape, [null, 2, 6, 2]);

    const noise = layers.dropout({ inputShape, rate: 0.5, noiseShape: [null as never, 1, 1, 2] });
    const seen: number[][] = [];
    const model = sequence(noise, layers.flatten(), head());
    const spy = model.layers[1]!;
    const usual = spy.call.bind(spy);
    spy.call = (inputs, kwargs) => {
      seen.push([...[inputs].flat()[0]!.dataSync()]);
      return usual(inputs, kwargs);
    };
    const images = new Volume([1, ...inputShape], new Float32Array(72).fill(1));
    const one = { images, labels: [0] };
    await train(asModel(model), one, { ...options, epochs: 8, batchSize: 1, engine: 'eager' });
    assert.equal(seen.length, 8);
    for (const values of seen) {
      // Of each channel all 36 numbers, or none.
      for (const channel of [0, 1]) {
        assert.equal(new Set(values.filter((_, i) => i % 2 === channel)).size, 1);
      }
    }
    assert.ok(new Set(seen.flat()).size === 2);
  });
});
