import { strict as assert } from 'node:assert';

import type * as Tfjs from '@tensorflow/tfjs';

import { asModel, auxiliaryNet, glorot, residualNet } from '../../graph/testing/nets';
import { seededVolume } from '../../testing/seeded-volume';
import { assertClose, tfjs } from '../../testing/tfjs-oracle';
import type { LayersModel } from '../../tf/models';
import { Volume } from '../../volume/volume';
import { fillWithHashes } from '../testing/keras/hashed-weights';
import { efficientNet, googLeNet, resNet, vgg } from '..';
import { activationsOf } from './activations';
import { gradCamOf } from './grad-cam';

const { layers } = tfjs;

/** A map that is the image, one that is 9 less it, their means, and two classes. */
function byHand(end: Tfjs.layers.Layer[]): LayersModel {
  const weights = (...of: [number[], number[]][]): Tfjs.Tensor[] =>
    of.map(([shape, values]) => tfjs.tensor(values, shape));
  return asModel(
    tfjs.sequential({
      layers: [
        layers.conv2d({
          name: 'maps',
          inputShape: [2, 2, 1],
          filters: 2,
          kernelSize: 1,
          weights: weights(
            [
              [1, 1, 1, 2],
              [1, -1],
            ],
            [[2], [0, 9]],
          ),
        }),
        layers.globalAveragePooling2d({}),
        ...end,
      ],
    }),
  );
}

const handWeights = (): Tfjs.Tensor[] => [
  tfjs.tensor2d([
    [2, -4],
    [1, 1],
  ]),
  tfjs.tensor1d([10, 20]),
];

describe('gradCamOf()', function () {
  this.timeout(60_000);

  const image = [
    [1, 2],
    [3, 4],
  ];
  const ends: Record<string, () => Tfjs.layers.Layer[]> = {
    'logits at the end': () => [layers.dense({ units: 2, weights: handWeights() })],
    'a dense layer with softmax': () => [
      layers.dense({ units: 2, weights: handWeights(), activation: 'softmax' }),
    ],
    'a softmax layer': () => [
      layers.dense({ units: 2, weights: handWeights() }),
      layers.softmax({}),
    ],
    'an activation layer': () => [
      layers.dense({ units: 2, weights: handWeights() }),
      layers.activation({ activation: 'softmax' }),
    ],
  };
  for (const [name, end] of Object.entries(ends)) {
    it(`gives the numbers computed by hand, with ${name}`, () => {
      // Gradients of the logits by each of the 4 places: 2/4 and 1/4 for class 0, -4/4 and 1/4 for class 1.
      const model = byHand(end());
      const first = gradCamOf(model, image, { class: 0 });
      assert.deepEqual(first.weights, [0.5, 0.25]);
      // 0.5 x + 0.25 (9 - x)
      assert.deepEqual(first.map.toNested(2), [
        [2.5, 2.75],
        [3, 3.25],
      ]);
      assert.equal(first.logit, 2 * 2.5 + 6.5 + 10);
      const second = gradCamOf(model, image, { class: 1 });
      assert.deepEqual(second.weights, [-1, 0.25]);
      // -x + 0.25 (9 - x), which is negative from x = 2 on
      assert.deepEqual(second.map.toNested(2), [
        [1, 0],
        [0, 0],
      ]);
      assert.equal(second.logit, -4 * 2.5 + 6.5 + 20);
      assert.ok(Math.abs(first.probability + second.probability - 1) < 1e-12);
      assert.ok(Math.abs(first.probability / second.probability - Math.exp(5)) < 1e-6);
    });
  }

  it('is the class activation map where means and a dense layer follow the maps', () => {
    const dense = layers.dense({ units: 3, activation: 'softmax', kernelInitializer: glorot(2) });
    const model = asModel(
      tfjs.sequential({
        layers: [
          layers.conv2d({
            name: 'maps',
            inputShape: [9, 7, 3],
            filters: 5,
            kernelSize: 3,
            activation: 'relu',
            kernelInitializer: glorot(1),
          }),
          layers.globalAveragePooling2d({}),
          dense,
        ],
      }),
    );
    const input = seededVolume([9, 7, 3], 4);
    const kernel = dense.getWeights()[0]!.arraySync() as number[][];
    const [{ maps, shape }] = activationsOf(model, input, { channels: 5 }) as [
      ReturnType<typeof activationsOf>[0],
    ];
    for (const wanted of [0, 1, 2]) {
      const map = Volume.zeros(shape.slice(0, 2), 'float64');
      for (const { channel, map: one } of maps) {
        for (const [i, value] of one.data.entries())
          map.data[i]! += kernel[channel]![wanted]! * value;
      }
      const expected = map.data.map((value) => Math.max(0, value) / map.size);
      assert.ok(expected.some((value) => value > 0));
      assertClose(gradCamOf(model, input, { class: wanted }).map, new Volume(map.shape, expected));
    }
  });

  it('has the weights that centred differences find, along a way round the layer too', () => {
    const input = tfjs.input({ shape: [6, 6, 2] });
    const conv = (name: string, seed: number) =>
      layers.conv2d({
        name,
        filters: 3,
        kernelSize: 3,
        padding: 'same',
        kernelInitializer: glorot(seed),
      });
    const apply = (layer: Tfjs.layers.Layer, x: Tfjs.SymbolicTensor | Tfjs.SymbolicTensor[]) =>
      layer.apply(x) as Tfjs.SymbolicTensor;
    const tanh = () => layers.activation({ activation: 'tanh' });
    const maps = conv('maps', 1);
    const before = apply(maps, input);
    const beside = apply(conv('behind', 2), apply(tanh(), before));
    const sum = apply(tanh(), apply(layers.add(), [before, beside]));
    const hidden = layers.dense({ units: 4, activation: 'sigmoid', kernelInitializer: glorot(3) });
    const flat = apply(hidden, apply(layers.flatten(), sum));
    const end = layers.dense({ units: 3, kernelInitializer: glorot(4) });
    const model = tfjs.model({ inputs: input, outputs: apply(end, flat) });
    const image = seededVolume([6, 6, 2], 5);
    const x = tfjs.tensor(Float32Array.from(image.data), [1, 6, 6, 2]);
    // A bias moves all places of a channel at once: by the sum of their gradients.
    const logitAt = (wanted: number, channel: number, step: number): number => {
      const [kernel, bias] = maps.getWeights().map((w) => w.clone()) as [Tfjs.Tensor, Tfjs.Tensor];
      const moved = bias.add(tfjs.oneHot(tfjs.scalar(channel, 'int32'), 3).mul(step));
      maps.setWeights([kernel, moved]);
      const logit = (model.predict(x) as Tfjs.Tensor).dataSync()[wanted]!;
      maps.setWeights([kernel, bias]);
      return logit;
    };
    const step = 0.02;
    for (const wanted of [0, 2]) {
      const { weights } = gradCamOf(asModel(model), image, { class: wanted, layer: 'maps' });
      const most = Math.max(...weights.map(Math.abs));
      for (const [channel, weight] of weights.entries()) {
        const rise = logitAt(wanted, channel, step) - logitAt(wanted, channel, -step);
        const error = Math.abs(rise / (2 * step) / 36 - weight);
        assert.ok(error < 2e-3 * most, `channel ${channel}: off by ${error}, largest ${most}`);
      }
    }
  });

  it('lays the map over the image bilinearly, centres of places on centres of pixels', () => {
    const model = asModel(
      tfjs.sequential({
        layers: [
          layers.averagePooling2d({ name: 'pool', inputShape: [4, 4, 1], poolSize: 2 }),
          layers.flatten(),
          layers.dense({ units: 1, kernelInitializer: 'ones' }),
        ],
      }),
    );
    const four = [0, 8].flatMap((n) => [Array(4).fill(n), Array(4).fill(n)] as number[][]);
    const { map, heat } = gradCamOf(model, four, { layer: 'pool' });
    assert.deepEqual(map.toNested(2), [
      [0, 0],
      [8, 8],
    ]);
    assert.deepEqual(
      heat.toNested(2).map(([value]) => value),
      [0, 2, 6, 8],
    );
  });

  const small = { inputShape: [64, 64, 3] as [number, number, number], classes: 4 };
  const families: Record<string, () => LayersModel> = {
    'a residual network': () => resNet({ ...small, depth: 18, width: 0.125 }),
    VGG: () => vgg({ ...small, width: 0.125 }),
    'GoogLeNet, with auxiliary outputs': () =>
      googLeNet({ ...small, width: 0.125, auxiliary: true }),
    EfficientNet: () => efficientNet({ ...small, width: 0.25 }),
    'branches, squeeze and excite': () => asModel(residualNet()),
    'an auxiliary classifier': () => asModel(auxiliaryNet()),
    'a model in a model': () => {
      const inner = vgg({
        ...small,
        includeTop: false,
        width: 0.125,
      }) as unknown as Tfjs.LayersModel;
      const dense = layers.dense({ units: 4, activation: 'softmax' });
      return asModel(
        tfjs.sequential({ layers: [inner, layers.globalAveragePooling2d({}), dense] }),
      );
    },
  };
  for (const [name, build] of Object.entries(families)) {
    it(`of ${name}: never negative, as large as the image, no tensor left, the same twice`, () => {
      const model = build();
      fillWithHashes(model);
      const [height, width, channels] = model.inputs[0]!.shape.slice(1) as [number, number, number];
      const picture = seededVolume([height, width, channels], 8);
      const first = gradCamOf(model, picture);
      const { numTensors } = tfjs.memory();
      const again = gradCamOf(model, picture);
      assert.equal(tfjs.memory().numTensors, numTensors);
      assert.deepEqual(again, first);
      assert.deepEqual(first.heat.shape, [height, width]);
      assert.ok(first.map.size > 1);
      for (const { data } of [first.map, first.heat]) {
        assert.ok(data.every((value) => Number.isFinite(value) && value >= 0));
      }
      assert.ok(first.weights.some((weight) => weight !== 0));
      const x = tfjs.tensor(Float32Array.from(picture.data), [1, ...picture.shape]);
      const [answer] = [(model as unknown as Tfjs.LayersModel).predict(x)].flat();
      const probabilities = answer!.dataSync();
      assert.equal(first.class, probabilities.indexOf(Math.max(...probabilities)));
      assert.ok(Math.abs(first.probability - probabilities[first.class]!) < 1e-5);
    });
  }
});
