import type * as Tfjs from '@tensorflow/tfjs';

import { tfjs } from '../../testing/tfjs-oracle';
import type { LayersModel } from '../../tf/models';

const { layers } = tfjs;

/** A tfjs model as the library's own types see it. */
export function asModel(model: Tfjs.LayersModel): LayersModel {
  return model as unknown as LayersModel;
}

/** The same random weights every time. */
export function glorot(seed: number): ReturnType<typeof tfjs.initializers.glorotUniform> {
  return tfjs.initializers.glorotUniform({ seed });
}

/** A small classifier: convolution, pooling, two dense layers, 3 classes. */
export function smallNet(end: 'softmax' | 'linear' = 'softmax'): Tfjs.Sequential {
  return tfjs.sequential({
    layers: [
      layers.conv2d({
        inputShape: [6, 6, 2],
        filters: 3,
        kernelSize: 3,
        activation: 'tanh',
        kernelInitializer: glorot(1),
      }),
      layers.maxPooling2d({ poolSize: 2 }),
      layers.flatten(),
      layers.dense({ units: 5, activation: 'sigmoid', kernelInitializer: glorot(2) }),
      layers.dense({ units: 3, activation: end, kernelInitializer: glorot(3) }),
    ],
  });
}

/** A residual block with batch normalisation, then squeeze and excite, a bottleneck and a head. */
export function residualNet(): Tfjs.LayersModel {
  const input = tfjs.input({ shape: [6, 6, 4] });
  const conv = (seed: number, filters: number, strides = 1) =>
    layers.conv2d({
      filters,
      kernelSize: 3,
      strides,
      padding: 'same',
      useBias: false,
      kernelInitializer: glorot(seed),
    });
  const apply = (layer: Tfjs.layers.Layer, x: Tfjs.SymbolicTensor | Tfjs.SymbolicTensor[]) =>
    layer.apply(x) as Tfjs.SymbolicTensor;
  let x = apply(conv(1, 4), input);
  x = apply(layers.batchNormalization({ momentum: 0.9 }), x);
  x = apply(layers.activation({ activation: 'relu' }), x);
  x = apply(conv(2, 4), x);
  x = apply(layers.batchNormalization({ momentum: 0.9 }), x);
  x = apply(layers.reLU(), apply(layers.add(), [x, input]));
  const gate = apply(
    layers.dense({ units: 4, activation: 'sigmoid', kernelInitializer: glorot(3) }),
    apply(layers.globalAveragePooling2d({}), x),
  );
  x = apply(layers.multiply(), [x, apply(layers.reshape({ targetShape: [1, 1, 4] }), gate)]);
  const wide = apply(
    layers.depthwiseConv2d({ kernelSize: 3, padding: 'same', depthwiseInitializer: glorot(4) }),
    apply(layers.zeroPadding2d({ padding: 1 }), x),
  );
  const pooled = apply(
    layers.globalMaxPooling2d({}),
    apply(layers.averagePooling2d({ poolSize: 2 }), wide),
  );
  const both = apply(layers.concatenate(), [pooled, apply(layers.globalAveragePooling2d({}), x)]);
  const output = apply(
    layers.dense({ units: 3, activation: 'softmax', kernelInitializer: glorot(5) }),
    both,
  );
  return tfjs.model({ inputs: input, outputs: output });
}

/** A classifier with an auxiliary one on its way: two outputs of 3 classes, the last one first. */
export function auxiliaryNet(): Tfjs.LayersModel {
  const input = tfjs.input({ shape: [6, 6, 2] });
  const conv = (seed: number) =>
    layers.conv2d({
      filters: 3,
      kernelSize: 3,
      activation: 'tanh',
      kernelInitializer: glorot(seed),
    });
  const head = (seed: number) =>
    layers.dense({ units: 3, activation: 'softmax', kernelInitializer: glorot(seed) });
  const apply = (layer: Tfjs.layers.Layer, x: Tfjs.SymbolicTensor) =>
    layer.apply(x) as Tfjs.SymbolicTensor;
  const early = apply(conv(1), input);
  const late = apply(conv(2), early);
  const main = apply(head(3), apply(layers.flatten(), late));
  const auxiliary = apply(head(4), apply(layers.globalAveragePooling2d({}), early));
  return tfjs.model({ inputs: input, outputs: [main, auxiliary] });
}
