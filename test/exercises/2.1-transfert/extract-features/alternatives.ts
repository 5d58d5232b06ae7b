/** Right answers written otherwise than the reference. */
import * as tf from '@convolab/lib/tf';
import type { Answer } from '../../answer';
import {
  cut,
  cutting,
  extracting,
  heading,
  learning,
  type HeadOptions,
  type Images,
} from './parts';

export const alternatives: Record<string, Answer> = {
  'by hand, from parts': {
    cutHead: cut,
    extractFeatures: extracting((model, batch) => model.apply(batch, { training: false })),
    withHead: heading(),
    trainHead: learning(),
  },
  'cuts behind the dropout; a sequential model; a fit with its own labels': {
    cutHead: cutting((model) => model.layers.at(-2)!.output),
    extractFeatures: (model: tf.LayersModel, images: Images, batchSize: number) => {
      if (!(Number.isSafeInteger(batchSize) && batchSize > 0)) throw new Error('batchSize');
      return (model.predict(tf.tensor4d(images), { batchSize }) as tf.Tensor2D).arraySync();
    },
    withHead: (model: tf.LayersModel, classes: number) => {
      const layers = [...model.layers];
      const old = layers.pop()!;
      if (old.getClassName() !== 'Dense' || !(classes >= 2) || classes % 1 !== 0) throw new Error('no');
      layers.forEach((layer) => (layer.trainable = false));
      const whole = tf.sequential({ layers });
      whole.add(tf.layers.dense({ units: classes, name: 'new' }));
      whole.add(tf.layers.softmax());
      return whole;
    },
    trainHead: async (features: number[][], labels: number[], options: HeadOptions) => {
      if (labels.length !== features.length || labels.length < 1) throw new Error('rows');
      const [x, y] = [tf.tensor2d(features), tf.oneHot(tf.tensor1d(labels, 'int32'), options.classes)];
      const w = tf.variable(tf.zeros([features[0]!.length, options.classes]));
      const b = tf.variable(tf.zeros([options.classes]));
      const loss = (): tf.Scalar =>
        tf.metrics.categoricalCrossentropy(y, tf.softmax(tf.add(tf.matMul(x, w), b))).mean();
      for (let i = 0; i < options.steps; i++) tf.train.sgd(options.rate).minimize(loss, false, [w, b]);
      return { kernel: (await w.array()) as number[][], bias: [...b.dataSync()] };
    },
  },
}; // prettier-ignore
