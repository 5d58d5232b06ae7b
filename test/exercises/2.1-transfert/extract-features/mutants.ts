/** Wrong answers beyond the known mistakes: subtle ones, dishonest ones. */
import * as tf from '@convolab/lib/tf';
import type { Answer } from '../../answer';
import { cases } from './cases';
import {
  cut,
  cutting,
  extracting,
  heading,
  learning,
  refuseBatch,
  refuseRows,
  softmax,
} from './parts';
import type { HeadOptions, Images } from './parts';

const all = (answer: () => unknown): Answer => ({
  cutHead: answer,
  extractFeatures: answer,
  withHead: answer,
  trainHead: answer,
});

const base = (model: tf.LayersModel, names: (name: string) => string): tf.LayersModel => {
  const [shape, filters] = [
    model.inputs[0]!.shape.slice(1),
    Number(model.getLayer('conv1').outputShape[3]),
  ];
  return tf.sequential({
    layers: [
      tf.layers.conv2d({
        inputShape: shape,
        filters,
        kernelSize: 3,
        activation: 'relu',
        name: names('conv1'),
      }),
      tf.layers.conv2d({
        filters: 2 * filters,
        kernelSize: 2,
        activation: 'relu',
        name: names('conv2'),
      }),
      tf.layers.globalAveragePooling2d({ name: names('pool') }),
    ],
  });
};

export const mutants: Record<string, Answer> = {
  'cutHead gives the model back': { cutHead: (model: tf.LayersModel) => model },
  'cutHead gives the maps of the first convolution': { cutHead: cutting((model) => model.getLayer('conv1').output) },
  'extracts the mean of a batch': {
    extractFeatures: extracting((model, batch) => {
      const rows = model.predict(batch) as tf.Tensor;
      return tf.add(tf.zeros(rows.shape), rows.mean(0, true));
    }),
  },
  'extracts the images from last to first': {
    extractFeatures: (model: tf.LayersModel, images: Images, size: number) => extracting()(model, [...images].reverse(), size),
  },
  'extracts one flat list': {
    extractFeatures: (model: tf.LayersModel, images: Images, size: number) => extracting()(model, images, size).flat(),
  },
  'extracts whole numbers': {
    extractFeatures: extracting((model, batch) => (model.predict(batch) as tf.Tensor).toInt()),
  },
  'extracts from images that it turned': {
    extractFeatures: extracting((model, batch) => model.predict(batch.transpose([0, 2, 1, 3]).reshape(batch.shape))),
  },
  'extracts, and empties the list of images': {
    extractFeatures: (model: tf.LayersModel, images: Images, size: number) => {
      refuseBatch(size);
      return extracting()(model, images.splice(0), size);
    },
  },
  'takes any batchSize': {
    extractFeatures: (model: tf.LayersModel, images: Images) => extracting()(model, images, images.length),
  },
  'a batch of 0 is refused, one of 1.5 is not': {
    extractFeatures: (model: tf.LayersModel, images: Images, size: number) => {
      if (!(size > 0)) throw new RangeError('batchSize');
      return extracting()(model, images, Math.ceil(size));
    },
  },
  'freezes the first layer only': { withHead: heading({ frozen: (_, at) => at <= 1 }) },
  'freezes the last convolution only': { withHead: heading({ frozen: ({ name }) => name === 'conv2' }) },
  'always has ten classes': {
    withHead: (model: tf.LayersModel, classes: number) => {
      heading()(model, classes);
      return heading()(model, 10);
    },
  },
  'has a sigmoid': { withHead: heading({ head: (units) => tf.layers.dense({ units, activation: 'sigmoid' }) }) },
  'has a head without bias': {
    withHead: heading({ head: (units) => tf.layers.dense({ units, activation: 'softmax', useBias: false }) }),
  },
  'has a base of its own, drawn anew': {
    withHead: heading({ base: (model) => base(model, (name) => `new_${name}`) }),
  },
  'takes any number of classes': {
    withHead: (model: tf.LayersModel, classes: number) => heading()(model, Number.isInteger(classes) ? Math.max(2, classes) : 2),
  },
  'puts a head on what has none': {
    withHead: (model: tf.LayersModel, classes: number) =>
      heading()(model.layers.at(-1)!.getClassName() === 'Dense' ? model : withAnyHead(model), classes),
  },
  'gives the frozen base alone': {
    withHead: (model: tf.LayersModel, classes: number) => {
      heading()(model, classes);
      return cut(model);
    },
  },
  'starts from other weights': { trainHead: learning({ start: (i, c) => Math.sin(i + 2 * c) / 10 }) },
  'leaves the kernel at 0': { trainHead: learning({ kernelLearns: false }) },
  'takes a sigmoid for softmax': { trainHead: learning({ probabilities: (z) => z.map((each) => 1 / (1 + Math.exp(-each))) }) },
  'takes the logits for probabilities': { trainHead: learning({ probabilities: (z) => z }) },
  'makes a step more': { trainHead: learning({ steps: ({ steps }) => steps + 1 }) },
  'divides by the number of classes': {
    trainHead: (features: number[][], labels: number[], options: HeadOptions) =>
      learning({ divisor: () => options.classes })(features, labels, options),
  },
  'learns in batches of 32': {
    trainHead: (features: number[][], labels: number[], options: HeadOptions) =>
      features.length <= 32 ? learning()(features, labels, options) : learning({ steps: ({ steps }) => 2 * steps })(features, labels, options),
  },
  'takes fewer labels than rows': {
    trainHead: learning({ refuse: (features, labels) => {
      if (features.length === 0 || labels.length > features.length) throw new RangeError('rows');
    } }),
  },
  'takes no rows': {
    trainHead: learning({ refuse: (features, labels) => {
      if (features.length > 0) refuseRows(features, labels);
    } }),
  },
  'gives the bias first': {
    trainHead: (features: number[][], labels: number[], options: HeadOptions) => {
      const { kernel, bias } = learning()(features, labels, options);
      return [bias, kernel];
    },
  },
  'turns the kernel round': {
    trainHead: (features: number[][], labels: number[], options: HeadOptions) => {
      const { kernel, bias } = learning()(features, labels, options);
      return { kernel: bias.map((_, c) => kernel.map((row) => row[c]!)), bias };
    },
  },
  'gives NaN': {
    trainHead: (features: number[][], labels: number[], options: HeadOptions) => {
      const { kernel, bias } = learning()(features, labels, options);
      return { kernel: kernel.map((row) => row.map(() => NaN)), bias };
    },
  },
  'divides the features by their largest, in place': {
    trainHead: (features: number[][], labels: number[], options: HeadOptions) => {
      const found = learning()(features, labels, options);
      features.forEach((row) => row.forEach((value, i) => (row[i] = value / 9)));
      return found;
    },
  },
  'knows the public cases by heart': {
    trainHead: (features: number[][], labels: number[], options: HeadOptions) =>
      cases.some(({ args }) => JSON.stringify(args[0]) === JSON.stringify(features)) ? learning({ probabilities: softmax })(features, labels, options) : null,
  },
  'returns nothing': all(() => undefined),
  'throws at everything': all(() => {
    throw new RangeError('no');
  }),
  'is the untouched stub': all(() => {
    throw new Error('extractFeatures : à compléter.');
  }),
}; // prettier-ignore

function withAnyHead(model: tf.LayersModel): tf.LayersModel {
  const head = tf.layers.dense({ units: 2 });
  const outputs = head.apply(model.outputs[0]!) as tf.SymbolicTensor;
  return tf.model({ inputs: model.inputs, outputs });
}
