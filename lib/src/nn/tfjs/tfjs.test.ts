import { strict as assert } from 'node:assert';

import { seededVolume } from '../../testing/seeded-volume';
import { tfjs as tf } from '../../testing/tfjs-oracle';
import * as nn from '../index';

const asOurs = (model: unknown): Parameters<typeof nn.fromTfjs>[0] => model as never;

function refusal(layers: unknown[], inputShape = [8, 8, 2]): string {
  const first = layers[0] as { batchInputShape?: unknown };
  first.batchInputShape = [null, ...inputShape];
  const model = tf.sequential({ layers: layers as never });
  try {
    nn.fromTfjs(asOurs(model));
  } catch (error) {
    return (error as Error).message.replaceAll('\u00a0', ' ');
  } finally {
    model.dispose();
  }
  return 'taken';
}

/** One of each kind that both know. */
function everything(): InstanceType<typeof tf.Sequential> {
  const { layers: l } = tf;
  return tf.sequential({
    layers: [
      l.conv2d({
        filters: 4,
        kernelSize: [3, 2],
        strides: [1, 2],
        padding: 'same',
        activation: 'elu',
        inputShape: [12, 14, 2],
      }),
      l.batchNormalization({ epsilon: 0.01 }),
      l.activation({ activation: 'swish' }),
      l.depthwiseConv2d({ kernelSize: 2, depthMultiplier: 2, useBias: false }),
      l.leakyReLU({ alpha: 0.1 }),
      l.maxPooling2d({ poolSize: 2, strides: 1, padding: 'same' }),
      l.conv2d({ filters: 3, kernelSize: 2, dilationRate: 2, activation: 'relu6' }),
      l.averagePooling2d({ poolSize: [2, 1] }),
      l.elu(),
      l.dropout({ rate: 0.5 }),
      l.reLU({ maxValue: 6 }),
      l.flatten(),
      l.dense({ units: 5, activation: 'tanh', biasInitializer: 'randomNormal' }),
      l.dense({ units: 4, activation: 'sigmoid' }),
      l.softmax(),
    ],
  });
}

describe('fromTfjs() and toTfjs()', () => {
  const x = seededVolume([3, 12, 14, 2], 1);
  const answers = (model: InstanceType<typeof tf.Sequential>): number[] => {
    const input = tf.tensor4d(Float32Array.from(x.data), [3, 12, 14, 2]);
    const output = model.predict(input) as InstanceType<typeof tf.Tensor>;
    const numbers = [...output.dataSync()];
    tf.dispose([input, output]);
    return numbers;
  };

  it('there and back a model answers the same', () => {
    const model = everything();
    const wanted = answers(model);
    for (const engine of ['plain', 'fast'] as const) {
      const network = nn.fromTfjs(asOurs(model), { engine });
      const found = network.predict(x);
      assert.deepEqual(found.shape, [3, 4]);
      wanted.forEach((p, i) => assert.ok(Math.abs(found.data[i]! - p) < 1e-5));
      const back = nn.toTfjs(network) as never as InstanceType<typeof tf.Sequential>;
      answers(back).forEach((p, i) => assert.ok(Math.abs(wanted[i]! - p) < 1e-6));
      back.dispose();
    }
    model.dispose();
  });

  it('takes a functional model that is a chain, and leaves no tensor behind', () => {
    const input = tf.input({ shape: [4, 4, 1] });
    const hidden = tf.layers.conv2d({ filters: 2, kernelSize: 3 }).apply(input);
    const pooled = tf.layers.globalMaxPooling2d({}).apply(hidden);
    const model = tf.model({ inputs: input, outputs: pooled as never });
    const before = tf.memory().numTensors;
    const network = nn.fromTfjs(asOurs(model));
    assert.deepEqual(network.outputShape, [2]);
    assert.equal(tf.memory().numTensors, before);
    model.dispose();
  });

  it('refuses a model that branches', () => {
    const input = tf.input({ shape: [4] });
    const one = tf.layers.dense({ units: 4 }).apply(input);
    const sum = tf.layers.add({ name: 'somme' }).apply([input, one] as never);
    const model = tf.model({ inputs: input, outputs: sum as never });
    assert.throws(() => nn.fromTfjs(asOurs(model)), {
      message: /^Impossible de convertir le modèle tfjs.*la couche somme ne suit pas simplement/,
    });
    model.dispose();
  });

  it('names a layer it does not know', () => {
    const { layers: l } = tf;
    assert.match(
      refusal([l.conv2dTranspose({ filters: 1, kernelSize: 2, name: 'agrandir' })]),
      /^Impossible de convertir la couche agrandir du modèle tfjs : les couches Conv2DTranspose n'existent pas ici ; gardez ce modèle dans tfjs/,
    );
  });

  it('names an option it does not know', () => {
    const { layers: l } = tf;
    const says = (layer: unknown, message: RegExp): void => assert.match(refusal([layer]), message);
    says(
      l.batchNormalization({ scale: false }),
      /BatchNormalization a ici une option .* scale : false/,
    );
    says(l.batchNormalization({ axis: 1 }), /axis : 1/);
    says(l.activation({ activation: 'selu' }), /activation : 'selu'/);
    says(l.reLU({ maxValue: 3 }), /maxValue : 3/);
    says(l.softmax({ axis: 1 }), /axis : 1/);
  });

  it('refuses what tfjs has not', () => {
    const says = (layer: nn.Layer, message: RegExp): void =>
      assert.throws(() => nn.toTfjs(nn.sequential([layer], { inputShape: [4, 4, 2] })), {
        name: 'RangeError',
        message,
      });
    says(
      nn.conv2d({ filters: 2, kernelSize: 3, padding: 1 }),
      /la couche conv2d pour tfjs.*l'option padding/,
    );
    says(nn.conv2d({ filters: 2, kernelSize: 3, groups: 2 }), /l'option groups/);
    says(nn.elu({ alpha: 0.5 }), /la couche elu pour tfjs.*l'option alpha/);
  });
});
