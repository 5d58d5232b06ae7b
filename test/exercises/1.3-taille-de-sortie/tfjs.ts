/** What TensorFlow.js makes of the same numbers: an oracle that nobody here wrote. */
import * as tf from '@tensorflow/tfjs';
import { tfConv1d } from '../tfjs-oracle';
import type { Cost, Layer, Matrix, Pair } from './types';

tf.env().set('PROD', true); // no hint on stderr that a faster backend exists

/** The length of what tf.conv1d gives. */
export const tfOutputSize = (n: number, f: number, stride = 1, padding = 0): number =>
  tfConv1d(new Array<number>(n).fill(1), new Array<number>(f).fill(1), stride, padding).length;

/** tf.conv2d on one channel with its own 'same'. Exact for small integers. */
export function tfConv2dSame(x: Matrix, k: Matrix, stride: Pair): Matrix {
  return tf.tidy(() => {
    const input = tf.tensor2d(x).expandDims<tf.Tensor3D>(2);
    const kernel = tf.tensor2d(k).expandDims(2).expandDims<tf.Tensor4D>(3);
    return tf.conv2d(input, kernel, stride, 'same').squeeze<tf.Tensor2D>([2]).arraySync();
  });
}

/**
 * The same layer in tf.layers: its parameters counted by tfjs, its shape, and one multiplication for
 * each weight and position. Groups are as many layers side by side, each on its share.
 */
export function tfLayerCost(layer: Layer): Cost {
  const [parts, build] =
    layer.kind === 'dense'
      ? [1, (useBias: boolean) => dense(layer.units, layer.input, useBias)]
      : [layer.groups, (useBias: boolean) => conv(layer, useBias)];
  const [params, output] = build(layer.bias);
  const [weights] = build(false);
  const positions = output.slice(0, -1).reduce((a, b) => a * b, 1);
  return {
    params: parts * params,
    macs: parts * weights * positions,
    output: [...output.slice(0, -1), parts * output.at(-1)!],
  };
}

type Built = [params: number, output: number[]];

function dense(units: number, input: number, useBias: boolean): Built {
  return measure([tf.layers.dense({ units, useBias, inputShape: [input] })]);
}

/** One group of a convolution. */
function conv(layer: Extract<Layer, { kind: 'conv' }>, useBias: boolean): Built {
  const { input, filters, kernel, stride, padding, groups } = layer;
  const inputShape = [input[0], input[1], input[2] / groups];
  const settings = { filters: filters / groups, kernelSize: kernel, strides: stride, useBias };
  return measure([
    tf.layers.zeroPadding2d({ padding, inputShape }),
    tf.layers.conv2d({ ...settings, padding: 'valid' }),
  ]);
}

function measure(layers: tf.layers.Layer[]): Built {
  const model = tf.sequential({ layers });
  const measured: Built = [model.countParams(), (model.outputShape as number[]).slice(1)];
  model.dispose();
  return measured;
}
