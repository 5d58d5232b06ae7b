import { strict as assert } from 'node:assert';

import type * as Tfjs from '@tensorflow/tfjs';

import { assertNear, ours, tensorOf, withGraph } from '../../graph/testing/with-graph';
import { asModel } from '../../graph/testing/nets';
import { tfjs } from '../../testing/tfjs-oracle';
import { assertLearns, assertSaves } from '../testing/family-laws';
import { groupedConv2d, type GroupedConv2dOptions } from './grouped-conv2d';

const asLayer = (options: GroupedConv2dOptions) =>
  groupedConv2d(options) as unknown as Tfjs.layers.Layer;

function net(options: Partial<GroupedConv2dOptions> = {}): Tfjs.Sequential {
  return tfjs.sequential({
    layers: [
      asLayer({ inputShape: [6, 7, 4], filters: 6, kernelSize: 3, groups: 2, ...options }),
      tfjs.layers.batchNormalization({ scale: true }),
      tfjs.layers.flatten(),
      tfjs.layers.dense({ units: 3, activation: 'softmax' }),
    ],
  });
}

describe('groupedConv2d()', function () {
  this.timeout(60_000);

  it('is two convolutions side by side', () => {
    const x = tensorOf([2, 6, 7, 4], 1) as Tfjs.Tensor4D;
    const layer = asLayer({ filters: 6, kernelSize: 3, groups: 2, strides: 2, padding: 'same' });
    layer.apply(x);
    const [kernel, bias] = [tensorOf([3, 3, 2, 6], 2) as Tfjs.Tensor4D, tensorOf([6], 3)];
    layer.setWeights([kernel, bias]);
    const half = (at: 0 | 1) =>
      tfjs.conv2d(
        x.slice([0, 0, 0, 2 * at], [-1, -1, -1, 2]),
        kernel.slice([0, 0, 0, 3 * at], [-1, -1, -1, 3]),
        2,
        'same',
      );
    const expected = tfjs.concat([half(0), half(1)], 3).add(bias);
    const found = layer.apply(x) as Tfjs.Tensor;
    assert.deepEqual(found.shape, [2, 3, 4, 6]);
    assertNear(found.dataSync(), expected.dataSync(), 1e-6, 'output');
  });

  it('with one group it is conv2d', () => {
    const x = tensorOf([2, 6, 7, 4], 1);
    const options = { filters: 5, kernelSize: 3, activation: 'relu', useBias: false } as const;
    const [layer, usual] = [asLayer(options), tfjs.layers.conv2d(options)];
    for (const each of [layer, usual]) {
      each.apply(x);
      each.setWeights([tensorOf([3, 3, 4, 5], 2)]);
    }
    const answer = (each: Tfjs.layers.Layer) => (each.apply(x) as Tfjs.Tensor).dataSync();
    assertNear(answer(layer), answer(usual), 1e-6, 'output');
  });

  it('a graph that predicts folds the normalisation behind it, and agrees', async () => {
    const model = net();
    model.layers[1]!.setWeights([1, 2, 3, 4].map((seed) => tensorOf([6], seed).abs().add(0.5)));
    const x = tensorOf([3, 6, 7, 4], 5);
    await withGraph(model, {}, (graph) => {
      const expected = (model.predict(x) as Tfjs.Tensor).dataSync();
      assertNear(graph.predict(ours(x)).dataSync(), expected, 1e-5, 'output');
    });
  });

  for (const engine of ['graph', 'eager'] as const) {
    it(`learns (${engine})`, () =>
      assertLearns(() => asModel(net({ padding: 'same', activation: 'tanh' })), engine));
  }

  it('is saved and loaded', () =>
    assertSaves(() => asModel(net({ strides: 2, useBias: false, activation: 'relu' }))));

  it('leaves open what is open', () =>
    assert.deepEqual(
      asLayer({ filters: 6, kernelSize: 3, groups: 2 }).computeOutputShape([null, null, 9, 4]),
      [null, null, 7, 6],
    ));

  it('refuses groups that do not divide the channels', () => {
    assert.throws(() => net({ name: 'conv', groups: 3 }), {
      name: 'RangeError',
      message:
        'Impossible de connecter la couche conv\u00a0: 4 canaux et 6 filtres ne se partagent pas en 3 groupes égaux\u00a0; choisissez groups parmi leurs diviseurs communs.',
    });
  });
});
