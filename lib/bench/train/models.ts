import * as tf from '@convolab/lib/tf';

/** LeNet-5 for 28 by 28 digits: 61,706 parameters. */
export function lenet5(): tf.LayersModel {
  const { layers: l } = tf;
  return tf.sequential({
    layers: [
      l.conv2d({ inputShape: [28, 28, 1], filters: 6, kernelSize: 5, padding: 'same', activation: 'tanh' }),
      l.averagePooling2d({ poolSize: 2 }),
      l.conv2d({ filters: 16, kernelSize: 5, activation: 'tanh' }),
      l.averagePooling2d({ poolSize: 2 }),
      l.flatten(),
      l.dense({ units: 120, activation: 'tanh' }),
      l.dense({ units: 84, activation: 'tanh' }),
      l.dense({ units: 10, activation: 'softmax' }),
    ],
  }); // prettier-ignore
}

type Layer = { apply(x: unknown): unknown };
type Symbolic = tf.SymbolicTensor;

/** tfjs has more layers than the lessons' declarations tell of. */
const layers = tf.layers as unknown as Record<string, (options?: object) => Layer>;

function put(x: Symbolic | Symbolic[], kind: string, options?: object): Symbolic {
  return layers[kind]!(options ?? {}).apply(x) as Symbolic;
}

function convolve(x: Symbolic, filters: number, kernelSize: number, strides: number): Symbolic {
  const options = { filters, kernelSize, strides, padding: 'same', useBias: false };
  return put(put(x, 'conv2d', { ...options, kernelInitializer: 'heNormal' }), 'batchNormalization');
}

/** A residual network of three blocks, 16, 32 and 64 channels, for 28 by 28 digits. */
export function smallResNet(): tf.LayersModel {
  const input = tf.input({ shape: [28, 28, 1] });
  let x = put(convolve(input, 16, 3, 1), 'reLU');
  for (const [filters, strides] of [
    [16, 1],
    [32, 2],
    [64, 2],
  ] as const) {
    // prettier-ignore
    const inner = put(convolve(x, filters, 3, strides), 'reLU');
    const shortcut = strides === 1 ? x : convolve(x, filters, 1, strides);
    x = put(put([convolve(inner, filters, 3, 1), shortcut], 'add'), 'reLU');
  }
  const pooled = put(x, 'globalAveragePooling2d');
  const outputs = put(pooled, 'dense', { units: 10, activation: 'softmax' });
  return tf.model({ inputs: input, outputs });
}

/** Expansion, kernel, strides, channels, blocks of each stage of EfficientNet-Lite0. */
const stages = [
  [1, 3, 1, 16, 1],
  [6, 3, 2, 24, 2],
  [6, 5, 2, 40, 2],
  [6, 3, 2, 80, 3],
  [6, 5, 1, 112, 3],
  [6, 5, 2, 192, 4],
  [6, 3, 1, 320, 1],
] as const;

/** The stack of EfficientNet-Lite0, with random weights. */
export function efficientNetLite0(): tf.LayersModel {
  const relu6 = { maxValue: 6 };
  const input = tf.input({ shape: [224, 224, 3] });
  let x = put(convolve(input, 32, 3, 2), 'reLU', relu6);
  let channels = 32;
  for (const [expansion, kernelSize, firstStrides, filters, blocks] of stages) {
    for (let block = 0; block < blocks; block++) {
      const strides = block === 0 ? firstStrides : 1;
      const entry = x;
      if (expansion > 1) x = put(convolve(x, channels * expansion, 1, 1), 'reLU', relu6);
      const options = { kernelSize, strides, padding: 'same', useBias: false };
      x = put(put(x, 'depthwiseConv2d', options), 'batchNormalization');
      x = convolve(put(x, 'reLU', relu6), filters, 1, 1);
      if (block > 0) x = put([x, entry], 'add');
      channels = filters;
    }
  }
  x = put(convolve(x, 1280, 1, 1), 'reLU', relu6);
  const outputs = put(put(x, 'globalAveragePooling2d'), 'dense', {
    units: 1000,
    activation: 'softmax',
  });
  return tf.model({ inputs: input, outputs });
}
