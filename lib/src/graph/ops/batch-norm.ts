import type { Value } from '../build/value';
import type { LayerView, Translations } from '../model/layer';
import type { Tape } from '../tape';
import { foldBatchNorm } from './fold-batch-norm';
import { reshape } from './reshape';

interface Parameters {
  gamma: Value;
  beta: Value;
  epsilon: number;
}

/**
 * Normalises each channel by given statistics: gamma (x - mean) / sqrt(variance + epsilon) + beta.
 *
 * @param x `[batch, height, width, channels]`; all others `[channels]`
 */
export function batchNorm(
  tape: Tape,
  x: Value,
  { gamma, beta, epsilon }: Parameters,
  mean: Value,
  variance: Value,
): Value {
  const attributes = fusedAttributes(epsilon, false);
  const { shape } = x;
  const output = tape.add('FusedBatchNormV3', [x, gamma, beta, mean, variance], {
    shape,
    attributes,
  });
  return tape.record([x, gamma, beta], output, (dOutput) =>
    gradients(tape, dOutput, x, gamma, [mean, variance, variance], epsilon, false),
  );
}

/**
 * The same with the statistics of this batch, which come out too (the variance biased, as in tfjs).
 */
export function batchNormTraining(
  tape: Tape,
  x: Value,
  { gamma, beta, epsilon }: Parameters,
): { output: Value; mean: Value; variance: Value } {
  const attributes = fusedAttributes(epsilon, true);
  const none = tape.graph.constant([], [0], 'float32');
  const output = tape.add('FusedBatchNormV3', [x, gamma, beta, none, none], {
    shape: x.shape,
    attributes,
  });
  const at = (index: number): Value => tape.graph.output(output, index, gamma.shape);
  const reserved = [at(3), at(4), at(5)] as const;
  tape.record([x, gamma, beta], output, (dOutput) =>
    gradients(tape, dOutput, x, gamma, reserved, epsilon, true),
  );
  return { output, mean: at(1), variance: biased(tape, at(2), x) };
}

/** TensorFlow gives the variance times n / (n - 1), n numbers a channel; this takes it back. */
function biased(tape: Tape, variance: Value, x: Value): Value {
  const [, height, width] = x.shape as number[];
  const { graph } = tape;
  const numbers = tape.map('Mul', [tape.batchSize(x), graph.scalar(height! * width!)]);
  const share = tape.map('RealDiv', [tape.map('Sub', [numbers, graph.scalar(1)]), numbers]);
  return tape.map('Mul', [variance, share]);
}

function gradients(
  tape: Tape,
  dOutput: Value,
  x: Value,
  gamma: Value,
  reserved: readonly [Value, Value, Value],
  epsilon: number,
  training: boolean,
): Value[] {
  const dInput = tape.add('FusedBatchNormGradV3', [dOutput, x, gamma, ...reserved], {
    shape: x.shape,
    attributes: fusedAttributes(epsilon, training),
  });
  const at = (index: number): Value => tape.graph.output(dInput, index, gamma.shape);
  return [dInput, at(1), at(2)];
}

function fusedAttributes(epsilon: number, training: boolean) {
  return {
    T: { type: 'float32' as const },
    U: { type: 'float32' as const },
    epsilon: { real: epsilon },
    is_training: { flag: training },
    data_format: { text: 'NHWC' },
  };
}

/** momentum * moving + (1 - momentum) * batch */
function moved(tape: Tape, moving: Value, batch: Value, momentum: number): Value {
  const step = tape.map('Mul', [tape.map('Sub', [batch, moving]), tape.graph.scalar(1 - momentum)]);
  return tape.map('AddV2', [moving, step]);
}

function translate(tape: Tape, x: Value, layer: LayerView): Value {
  const { axis = -1, momentum = 0.99, epsilon = 1e-3 } = layer.config as Record<string, number>;
  if (axis !== -1 && axis !== x.shape.length - 1) layer.refuse(`axis ${axis}`);
  const channels = x.shape.at(-1) as number;
  const fill = (value: number): Value => tape.graph.constant([value], [channels], 'float32');
  const parameters = {
    gamma: layer.weightIfAny('gamma') ?? fill(1),
    beta: layer.weightIfAny('beta') ?? fill(0),
    epsilon,
  };
  const mean = layer.weight('movingMean');
  const variance = layer.weight('movingVariance');
  const image = x.shape.length === 4 ? x : reshape(tape, x, [1, 1, channels]);
  const back = (output: Value): Value =>
    x.shape.length === 4 ? output : reshape(tape, output, x.shape.slice(1) as number[]);
  const { convolution } = tape.originOf(x);
  const moves = tape.training && layer.trainable;
  if (!moves && convolution !== undefined) {
    return foldBatchNorm(tape, convolution, { ...parameters, mean, variance }, layer.name);
  }
  if (!moves) {
    return back(batchNorm(tape, image, parameters, mean, variance));
  }
  const batch = batchNormTraining(tape, image, parameters);
  layer.assign('movingMean', moved(tape, mean, batch.mean, momentum));
  layer.assign('movingVariance', moved(tape, variance, batch.variance, momentum));
  return back(batch.output);
}

export const batchNormLayers: Translations = {
  BatchNormalization: (tape, [x], layer) => {
    if (x!.shape.length !== 2 && x!.shape.length !== 4)
      layer.refuse(`un rang de ${x!.shape.length}`);
    return translate(tape, x!, layer);
  },
};
