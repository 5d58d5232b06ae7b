import { strict as assert } from 'node:assert';

import * as tf from '../../tf';
import { alexNet } from '../alex-net';
import { denseNet } from '../dense-net';
import { describe as describeModel } from '../describe/describe';
import { efficientNet } from '../efficient-net';
import { googLeNet } from '../google-net';
import { leNet } from '../le-net';
import { resNet } from '../res-net';
import { onPaper, outlineOf, readModel, textOf, UnreadableModel } from './index';

type Json = Record<string, any>;
/** A model as a layer that reads others. */
const inside = (model: Json, ...names: string[]): Json => ({
  ...structuredClone(model),
  inbound_nodes: [names.map((name) => [name, 0, 0, {}])],
});

describe('the door of models', function () {
  this.timeout(60_000);

  for (const [name, build] of Object.entries({
    'LeNet-5': () => leNet(),
    'LeNet-5 of the paper': () => leNet({ version: 'paper' }),
    'AlexNet in two towers': () => alexNet(),
    GoogLeNet: () => googLeNet(),
    'ResNet-152': () => resNet({ depth: 152 }),
    'GoogLeNet with its auxiliary classifiers': () => googLeNet({ auxiliary: true }),
    'DenseNet-121': () => denseNet({ depth: 121 }),
    'EfficientNet-B7': () => efficientNet({ scale: 7 }),
  })) {
    it(`lets ${name} in, the same in all rows`, async () => {
      const model = onPaper(build);
      const read = await readModel(textOf(model));
      assert.deepEqual(describeModel(read).rows, describeModel(model).rows);
    });
  }

  const spoiled: Record<string, (model: Json, layers: Json[]) => unknown> = {
    'is no text': () => undefined,
    'is no JSON': () => '{',
    'is too long': () => ' '.repeat(2e6),
    'is a list': () => '[]',
    'has a layer of an unknown class': (m, layers) => ((layers[2]!['class_name'] = 'Lambda'), m),
    'has a class that every object has': (m, layers) => ((layers[2]!['class_name'] = 'constructor'), m),
    'has a layer that holds layers': (m, layers) => ((layers[2]!['class_name'] = 'TimeDistributed'), m),
    'has a billion filters': (m, layers) => ((layers[1]!['config']['filters'] = 1e9), m),
    'has half a filter': (m, layers) => ((layers[1]!['config']['filters'] = 0.5), m),
    'has an activation that is none': (m, layers) => ((layers[1]!['config']['activation'] = 'toString'), m),
    'has no inputs': (m) => ((m['config']['input_layers'] = []), m),
    'has a layer that reads itself': (m, layers) => ((layers[2]!['inbound_nodes'][0][0][0] = 'S2'), m),
    'has a layer that reads one that is not there': (m, layers) => ((layers[2]!['inbound_nodes'][0][0][0] = 'C9'), m),
    'gives an output twice': (m) => (m['config']['output_layers'].push(m['config']['output_layers'][0]), m),
    'has a layer that reads a second use': (m, layers) => ((layers[2]!['inbound_nodes'][0][0][1] = 1), m),
    'has two layers of a name': (m, layers) => (layers.push(layers[2]!), m),
    'has too many layers': (m, layers) => (layers.push(...Array<Json>(1500).fill(layers[2]!)), m),
    'has a layer with no source': (m, layers) => ((layers[2]!['inbound_nodes'] = []), m),
    'has windows larger than the image': (m, layers) => ((layers[1]!['config']['kernel_size'] = [99, 99]), m),
    'has an output that is not there': (m) => ((m['config']['output_layers'][0][0] = 'C9'), m),
    'has branches that wait for each other': (m, layers) => {
      layers[2]!['inbound_nodes'] = [[['S4', 0, 0, {}]]];
      layers[4]!['inbound_nodes'] = [[['S2', 0, 0, {}]]];
      return m;
    },
    'has a sum of one that is not there': (m, layers) => {
      layers[2]!['class_name'] = 'Add';
      layers[2]!['inbound_nodes'] = [[['C1', 0, 0, {}], ['C9', 0, 0, {}]]];
      return m;
    },
    'has more channels than can be counted': (m, layers) => {
      const name = (i: number) => (i < 0 ? 'C1' : `twice${i}`);
      for (let i = 0; i < 60; i++) {
        const source = [name(i - 1), 0, 0, {}];
        layers.push({ class_name: 'Concatenate', config: { name: name(i), axis: -1 }, inbound_nodes: [[source, source]] });
      }
      m['config']['output_layers'] = [[name(59), 0, 0]];
      return m;
    },
    'has a hundred outputs': (m) => ((m['config']['output_layers'] = Array(100).fill(['C1', 0, 0])), m),
    'has a batch of a size': (m, layers) => ((layers[0]!['config']['batch_input_shape'][0] = 1e9), m),
    'has an image of a billion rows': (m, layers) => ((layers[0]!['config']['batch_input_shape'][1] = 1e9), m),
    'has a model inside, and a layer that reads what was in its place': (m, layers) => ((layers[2] = inside(m, 'C1')), m),
    'has a model inside that reads itself': (m, layers) => {
      layers[2] = inside(m, 'S2');
      layers[2]['config']['name'] = 'S2';
      return m;
    },
    'has a model inside that reads twice what it should': (m, layers) => {
      layers[2] = inside(m, 'C1', 'C1');
      layers[2]['config']['name'] = 'S2';
      return m;
    },
    'reshapes to nothing': (m, layers) => {
      layers[2] = { ...layers[2], class_name: 'Reshape', config: { name: layers[2]!['config'].name, target_shape: [0] } };
      return m;
    },
    'drops by a shape that is none': (m, layers) => {
      layers[2] = { ...layers[2], class_name: 'Dropout', config: { name: layers[2]!['config'].name, rate: 0.5, noise_shape: [-1] } };
      return m;
    },
    'has a layer called __proto__': (m, layers) => ((layers[2]!['config']['name'] = '__proto__'), m),
  }; // prettier-ignore
  for (const [what, spoil] of Object.entries(spoiled)) {
    it(`refuses a text that ${what}`, async () => {
      const model = JSON.parse(textOf(leNet())) as Json;
      const text = spoil(model, model['config'].layers as Json[]);
      const given = typeof text === 'object' ? JSON.stringify(text) : text;
      await assert.rejects(readModel(given), (error) => {
        assert.ok(error instanceof UnreadableModel, String(error));
        assert.match(error.message, /^Impossible de lire le modèle rendu\s: /);
        return true;
      });
    });
  }

  it('outlines what is written otherwise the same', () => {
    const { layers } = tf;
    const inputShape = [8, 8, 1];
    const short = tf.sequential({
      layers: [
        layers.conv2d({
          inputShape,
          filters: 2,
          kernelSize: 3,
          padding: 'same',
          activation: 'tanh',
        }),
        layers.averagePooling2d({ poolSize: 2 }),
        layers.flatten(),
        layers.dense({ units: 3, activation: 'softmax' }),
      ],
    });
    const x = tf.input({ shape: inputShape });
    const long = [
      layers.zeroPadding2d({ padding: 1 }),
      layers.conv2d({ filters: 2, kernelSize: 3 }),
      layers.activation({ activation: 'tanh' }),
      layers.averagePooling2d({ poolSize: 2 }),
      layers.flatten(),
      layers.dropout({ rate: 0 }),
      layers.dense({ units: 3 }),
      layers.activation({ activation: 'softmax' }),
    ].reduce((end, layer) => layer.apply(end) as tf.SymbolicTensor, x);
    assert.deepEqual(outlineOf(tf.model({ inputs: x, outputs: long })), outlineOf(short));
    assert.deepEqual(outlineOf(short), {
      input: '8 × 8 × 1',
      layers: [
        ['Conv2D 3 × 3', '8 × 8 × 2', 20, 'tanh'],
        ['AveragePooling2D 2 × 2, pas 2', '4 × 4 × 2', 0, ''],
        ['Dense', '3', 99, 'softmax'],
      ],
      parameters: 119,
    });
  });
});
