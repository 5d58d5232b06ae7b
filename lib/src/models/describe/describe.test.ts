import { strict as assert } from 'node:assert';

import type * as Tfjs from '@tensorflow/tfjs';

import { jupyterDisplay } from '../../display';
import { asModel, residualNet } from '../../graph/testing/nets';
import { tfjs } from '../../testing/tfjs-oracle';
import { describe as describeModel } from './describe';
import { memory } from './table-text';

const { layers } = tfjs;
const conv = (options: object) =>
  layers.conv2d({ filters: 4, kernelSize: 3, padding: 'same', ...options });

describe('describe()', () => {
  it('tells the memory of a few numbers in bytes, not as 0,0 ko', () => {
    assert.equal(memory(40), '40\u00a0octets');
    assert.equal(memory(480), '0,5\u00a0ko');
  });

  it('counts a convolution, depthwise, separable and dense by hand', () => {
    const model = tfjs.sequential({
      layers: [
        conv({ name: 'a', inputShape: [8, 10, 3], strides: 2 }),
        layers.depthwiseConv2d({ name: 'b', kernelSize: 3, padding: 'same', depthMultiplier: 2 }),
        layers.separableConv2d({ name: 'c', filters: 5, kernelSize: [1, 3] }),
        layers.flatten({ name: 'd' }),
        layers.dense({ name: 'e', units: 7 }),
      ],
    });
    const { rows, totals } = describeModel(asModel(model));
    const found = rows.map((row) => [row.name, row.outputShape, row.parameters, row.macs]);
    assert.deepEqual(found, [
      ['a', [4, 5, 4], 3 * 3 * 3 * 4 + 4, 4 * 5 * 3 * 3 * 3 * 4],
      ['b', [4, 5, 8], 3 * 3 * 8 + 8, 4 * 5 * 3 * 3 * 8],
      ['c', [4, 3, 5], 3 * 8 + 8 * 5 + 5, 4 * 3 * (3 * 8 + 8 * 5)],
      ['d', [60], 0, 0],
      ['e', [7], 60 * 7 + 7, 60 * 7],
    ]);
    assert.equal(totals.parameters, model.countParams());
    assert.equal(totals.activationBytes, 4 * (80 + 160 + 60 + 60 + 7));
    assert.equal(totals.weightBytes, 4 * model.countParams());
  });

  it('the receptive field grows by the strides before; dilation spreads the window', () => {
    const model = tfjs.sequential({
      layers: [
        conv({ name: 'a', inputShape: [32, 32, 1], kernelSize: [3, 5], strides: [2, 1] }),
        layers.maxPooling2d({ name: 'b', poolSize: 2 }),
        conv({ name: 'c', dilationRate: 2 }),
        layers.activation({ name: 'd', activation: 'relu' }),
        layers.globalAveragePooling2d({ name: 'e' }),
      ],
    });
    const { rows } = describeModel(asModel(model));
    assert.deepEqual(rows.map(({ receptiveField }) => receptiveField), [
      { size: [3, 5], stride: [2, 1] },
      { size: [5, 6], stride: [4, 2] },
      { size: [21, 14], stride: [4, 2] },
      { size: [21, 14], stride: [4, 2] },
      'image',
    ]); // prettier-ignore
  });

  it('where branches meet, the larger field counts', () => {
    const input = tfjs.input({ shape: [9, 9, 4] });
    const wide = conv({ name: 'wide' }).apply(conv({ name: 'first' }).apply(input));
    const sum = layers.add({ name: 'sum' }).apply([input, wide] as Tfjs.SymbolicTensor[]);
    const model = tfjs.model({ inputs: input, outputs: sum as Tfjs.SymbolicTensor });
    const { receptiveField } = describeModel(asModel(model)).row('sum');
    assert.deepEqual(receptiveField, { size: [5, 5], stride: [1, 1] });
  });

  it('a gate by a global pooling sees the whole image', () => {
    const described = describeModel(asModel(residualNet()));
    const { rows } = described;
    assert.equal(rows.find(({ type }) => type === 'Multiply')!.receptiveField, 'image');
    assert.equal(rows.find(({ type }) => type === 'BatchNormalization')!.trainable, 8);
    assert.ok(rows.every(({ macs, outputShape }) => macs >= 0 && outputShape.length > 0));
  });

  it('a layer used twice has one line, its weights once and its work twice', () => {
    const shared = conv({ name: 'shared' });
    const input = tfjs.input({ shape: [6, 6, 4] });
    const end = shared.apply(shared.apply(input)) as Tfjs.SymbolicTensor;
    const { rows, totals } = describeModel(asModel(tfjs.model({ inputs: input, outputs: end })));
    assert.equal(rows.length, 2);
    assert.equal(totals.parameters, 3 * 3 * 4 * 4 + 4);
    assert.equal(totals.macs, 2 * 36 * 3 * 3 * 4 * 4);
    assert.deepEqual(rows[1]!.receptiveField, { size: [5, 5], stride: [1, 1] });
  });

  it('a model inside is opened; frozen, none of its weights learn', () => {
    const inner = tfjs.sequential({
      name: 'base',
      layers: [conv({ name: 'one', inputShape: [6, 6, 3] })],
    });
    inner.trainable = false;
    const model = tfjs.sequential({ layers: [inner, layers.flatten({ name: 'flat' })] });
    model.add(layers.dense({ name: 'two', units: 2 }));
    const { rows, totals } = describeModel(asModel(model));
    assert.deepEqual(rows.map(({ name }) => name), ['base/one', 'flat', 'two']); // prettier-ignore
    assert.equal(rows[0]!.macs, 36 * 3 * 3 * 3 * 4);
    assert.deepEqual(rows[0]!.receptiveField, { size: [3, 3], stride: [1, 1] });
    assert.equal(totals.trainable, 144 * 2 + 2);
  });

  it('is shown as an aligned table', () => {
    const model = tfjs.sequential({
      name: 'petit',
      layers: [
        conv({ name: 'conv', inputShape: [40, 40, 3], filters: 64 }),
        layers.batchNormalization({ name: 'bn' }),
      ],
    });
    const described = describeModel(asModel(model));
    const text = described.toString();
    assert.equal(text, described[jupyterDisplay]()['text/plain']);
    assert.equal(
      text.replaceAll('\u00a0', ' '),
      [
        'couche  type                sortie        paramètres        MAC  champ  pas   mémoire',
        '─────────────────────────────────────────────────────────────────────────────────────',
        'conv    Conv2D              [40, 40, 64]       1 792  2 764 800      3    1  409,6 ko',
        'bn      BatchNormalization  [40, 40, 64]         256          0      3    1  409,6 ko',
        '─────────────────────────────────────────────────────────────────────────────────────',
        '2 048 paramètres, dont 128 non appris, soit 8,2 ko',
        'pour une image : 2 764 800 MAC, 819,2 ko d’activations',
      ].join('\n'),
    );
  });

  it('refuses sizes left open, and rows that are not there', () => {
    const open = tfjs.sequential({ layers: [conv({ name: 'a', inputShape: [null, null, 3] })] });
    assert.throws(() => describeModel(asModel(open)), {
      message: /^Impossible de décrire le modèle\s: la couche \S+ laisse une taille ouverte/,
    });
    assert.throws(() => describeModel(asModel(residualNet())).row('C9'), {
      name: 'RangeError',
      message: /la couche 'C9'/,
    });
  });
});
