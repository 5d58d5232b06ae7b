/** Right vgg answers written otherwise than the reference. */
import * as tf from '@convolab/lib/tf';
import { vggWith, type Answer } from './parts';

const { layers } = tf;
type X = tf.SymbolicTensor;
const put = (layer: tf.Layer, x: X): X => layer.apply(x) as X;

export const alternatives: Record<string, Answer> = {
  'a list of layers, filters by a power of two': vggWith(),
  'a functional model, activations in layers of their own': (blocks, inputShape, classes) => {
    if (inputShape.slice(0, 2).some((side) => side / 2 ** blocks.length < 1)) {
      throw new Error('vgg : image trop petite');
    }
    const inputs = tf.input({ shape: inputShape });
    let x = inputs;
    for (const [block, count] of blocks.entries()) {
      const filters = [64, 128, 256][block] ?? 512;
      for (let left = count; left > 0; left--) {
        x = put(layers.conv2d({ filters, kernelSize: [3, 3], padding: 'same' }), x);
        x = put(layers.reLU(), x);
      }
      x = put(layers.maxPooling2d({ poolSize: [2, 2], strides: [2, 2] }), x);
    }
    if (classes > 0) {
      x = put(layers.flatten(), x);
      for (let left = 2; left > 0; left--) {
        x = put(layers.activation({ activation: 'relu' }), put(layers.dense({ units: 4096 }), x));
        x = put(layers.dropout({ rate: 0.5 }), x);
      }
      x = put(layers.softmax(), put(layers.dense({ units: classes }), x));
    }
    return tf.model({ inputs, outputs: x });
  },
  'zeros in layers of their own': (blocks, inputShape, classes) => {
    const [height, width] = inputShape as [number, number, number];
    if (blocks.reduce((side) => Math.floor(side / 2), Math.min(height, width)) === 0) {
      throw new RangeError('vgg : image trop petite');
    }
    const first = (at: string) => (at === '0/0' ? { inputShape } : {});
    const relu = { activation: 'relu' } as const;
    return tf.sequential({
      layers: [
        ...blocks.flatMap((count, block) => [
          ...Array.from({ length: count }, (_, i) => [
            layers.zeroPadding2d({ padding: 1, ...first(`${block}/${i}`) }),
            layers.conv2d({ filters: Math.min(512, 64 << block), kernelSize: 3, ...relu }),
          ]).flat(),
          layers.maxPooling2d({ poolSize: 2 }),
        ]),
        ...(classes === 0
          ? []
          : [
              layers.flatten(),
              layers.dense({ units: 4096, ...relu }),
              layers.dropout({ rate: 0.5 }),
              layers.dense({ units: 4096, ...relu }),
              layers.dropout({ rate: 0.5 }),
              layers.dense({ units: classes, activation: 'softmax' }),
            ]),
      ],
    });
  },
};
