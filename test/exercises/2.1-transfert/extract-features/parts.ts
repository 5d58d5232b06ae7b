/** Right functions whose wrong variants change one part. The reference answers do not use them. */
import * as tf from '@convolab/lib/tf';

export type Images = number[][][][];
export interface HeadOptions {
  classes: number;
  steps: number;
  rate: number;
}

const lastOf = (model: tf.LayersModel): tf.Layer => model.layers.at(-1)!;

export function refuseHeadless(model: tf.LayersModel): void {
  if (lastOf(model).getClassName() !== 'Dense') throw new RangeError('no head');
}

/** Cuts where `end` says. */
export const cutting =
  (end: (model: tf.LayersModel) => unknown = (model) => lastOf(model).input) =>
  (model: tf.LayersModel): tf.LayersModel => {
    refuseHeadless(model);
    return tf.model({ inputs: model.inputs, outputs: end(model) as tf.SymbolicTensor });
  };

export const cut = cutting();

export function refuseBatch(batchSize: number): void {
  if (!Number.isInteger(batchSize) || batchSize < 1) throw new RangeError('batchSize');
}

/** In batches, each given by `rows`. */
export const extracting =
  (
    rows: (model: tf.LayersModel, batch: tf.Tensor) => unknown = (model, batch) =>
      model.predict(batch),
    wanted: (count: number, batchSize: number) => number = (count) => count,
  ) =>
  (model: tf.LayersModel, images: Images, batchSize: number): number[][] => {
    refuseBatch(batchSize);
    const features: number[][] = [];
    for (let start = 0; start < wanted(images.length, batchSize); start += batchSize) {
      const batch = tf.tensor4d(images.slice(start, start + batchSize));
      features.push(...((rows(model, batch) as tf.Tensor).arraySync() as number[][]));
    }
    return features;
  };

interface HeadParts {
  /** What learns of the base. */
  frozen?: (layer: tf.Layer, at: number) => boolean;
  head?: (classes: number) => tf.Layer;
  headFrozen?: boolean;
  base?: (model: tf.LayersModel) => tf.LayersModel;
}

export function refuseClasses(classes: number): void {
  if (!Number.isInteger(classes) || classes < 2) throw new RangeError('classes');
}

const softmaxHead = (units: number): tf.Layer => tf.layers.dense({ units, activation: 'softmax' });

/** A new head behind a frozen base, with these parts. */
export const heading =
  ({
    frozen = () => true,
    head = softmaxHead,
    headFrozen = false,
    base = cut,
  }: HeadParts = {}) =>
  (model: tf.LayersModel, classes: number): tf.LayersModel => {
    refuseClasses(classes);
    refuseHeadless(model);
    const below = base(model);
    below.layers.forEach((layer, at) => (layer.trainable = !frozen(layer, at)));
    const top = head(classes);
    const outputs = top.apply(below.outputs[0]!) as tf.SymbolicTensor;
    top.trainable = !headFrozen;
    return tf.model({ inputs: below.inputs, outputs });
  }; // prettier-ignore

export function refuseRows(features: number[][], labels: number[]): void {
  if (features.length === 0 || features.length !== labels.length) throw new RangeError('rows');
}

interface LearningParts {
  divisor?: (rows: number) => number;
  sign?: number;
  bias?: boolean;
  kernelLearns?: boolean;
  steps?: (options: HeadOptions) => number;
  start?: (i: number, c: number) => number;
  probabilities?: (logits: number[]) => number[];
  refuse?: typeof refuseRows;
}

export const softmax = (logits: number[]): number[] => {
  const most = Math.max(...logits);
  const powers = logits.map((z) => Math.exp(z - most));
  const sum = powers.reduce((a, b) => a + b, 0);
  return powers.map((power) => power / sum);
};

/** The descent by hand, with these parts. */
export const learning =
  (parts: LearningParts = {}) =>
  (
    features: number[][],
    labels: number[],
    options: HeadOptions,
  ): { kernel: number[][]; bias: number[] } => {
    const { divisor = (rows) => rows, sign = -1, bias: hasBias = true, kernelLearns = true } = parts;
    const { steps = (given) => given.steps, start = () => 0, probabilities = softmax } = parts;
    (parts.refuse ?? refuseRows)(features, labels);
    const classes = Array.from({ length: options.classes }, (_, c) => c);
    const kernel = (features[0] ?? []).map((_, i) => classes.map((c) => start(i, c)));
    const bias = classes.map(() => 0);
    for (let step = 0; step < steps(options); step++) {
      const errors = features.map((x, row) => {
        const logits = classes.map((c) => x.reduce((sum, value, i) => sum + value * kernel[i]![c]!, bias[c]!));
        return probabilities(logits).map((q, c) => q - (c === labels[row] ? 1 : 0));
      });
      const far = (sign * options.rate) / divisor(features.length);
      errors.forEach((error, row) => {
        error.forEach((each, c) => {
          if (hasBias) bias[c]! += far * each;
          if (kernelLearns) features[row]!.forEach((value, i) => (kernel[i]![c]! += far * each * value));
        });
      });
    }
    return { kernel, bias };
  }; // prettier-ignore
