/** Wrong vgg answers beyond the known mistakes: subtle ones, dishonest ones. */
import * as tf from '@convolab/lib/tf';
import { layersOf, vggOf, vggWith, type Answer } from './parts';

export const mutants: Record<string, Answer> = {
  'has filters of 5 × 5': vggWith({ conv: { kernelSize: 5 } }),
  'has a 1 × 1 last in a block of three, as configuration C': (blocks, inputShape, classes) =>
    vggOf((layers) => {
      let behind = 0;
      return layers.map((layer) => {
        behind = layer.getClassName() === 'Conv2D' ? behind + 1 : 0;
        if (behind !== 3) return layer;
        const filters = (layer.outputShape as number[])[3] ?? 256;
        return tf.layers.conv2d({ filters, kernelSize: 1, padding: 'same', activation: 'relu' });
      });
    })(blocks, inputShape, classes),
  'begins with 32 filters': vggWith({ filters: (block) => Math.min(32 * 2 ** block, 512) }),
  'stops at 256 filters': vggWith({ filters: (block) => Math.min(64 * 2 ** block, 256) }),
  'has tanh': vggWith({ conv: { activation: 'tanh' } }),
  'has no activation in the convolutions': vggWith({ conv: { activation: 'linear' } }),
  'has no bias': vggWith({ conv: { useBias: false } }),
  'has no bias in the dense layers': vggWith({ dense: { useBias: false } }),
  'has no activation in the hidden dense layers': vggWith({ hidden: 'linear' }),
  'strides instead of pooling': (...call) =>
    tf.sequential({
      layers: layersOf(call, { pool: (options) => tf.layers.maxPooling2d({ ...options, poolSize: 1, strides: 2 }) }), // prettier-ignore
    }),
  'pools by windows that overlap': vggWith({ pools: { poolSize: 3, strides: 2, padding: 'same' } }),
  'pools without a step': vggWith({ pools: { strides: 1, padding: 'same' } }),
  'pools odd sizes upwards': vggWith({ pools: { padding: 'same' } }),
  'pools before its blocks': vggOf((layers, [, inputShape]) => [
    tf.layers.maxPooling2d({ poolSize: 1, inputShape }),
    ...layers.slice(1),
  ]),
  'pools twice behind the last block': vggWith({
    poolings: ({ isLast, isEnd }) => (isEnd ? 2 : isLast ? 1 : 0),
  }),
  'does not pool the first block': vggWith({
    poolings: ({ isLast, block }) => (isLast && block > 0 ? 1 : 0),
  }),
  'has one convolution too many in each block': (blocks, inputShape, classes) =>
    vggWith()(
      blocks.map((count) => count + 1),
      inputShape,
      classes,
    ),
  'turns the blocks round': (blocks, inputShape, classes) =>
    vggWith()([...blocks].reverse(), inputShape, classes),
  'has five blocks always': (blocks, inputShape, classes) =>
    vggWith()([...blocks, 1, 1, 1, 1, 1].slice(0, 5), inputShape, classes),
  'turns the image': (blocks, [height, width, channels], classes) =>
    vggWith()(blocks, [width!, height!, channels!], classes),
  'takes square images': (blocks, [height, , channels], classes) =>
    vggWith()(blocks, [height!, height!, channels!], classes),
  'takes images in colour': (blocks, [height, width], classes) =>
    vggWith()(blocks, [height!, width!, 3], classes),
  'has 1000 classes always': (blocks, inputShape, classes) =>
    vggWith()(blocks, inputShape, classes === 0 ? 0 : 1000),
  'has no dense layers': (blocks, inputShape) => vggWith()(blocks, inputShape, 0),
  'flattens without dense layers': (...call) =>
    vggOf((layers) => (call[2] === 0 ? [...layers, tf.layers.flatten()] : layers))(...call),
  'pools the whole map in place of flattening': vggOf((layers) =>
    layers.map((layer) =>
      layer.getClassName() === 'Flatten' ? tf.layers.globalAveragePooling2d({}) : layer,
    ),
  ),
  'has 4095 units': vggWith({ units: [4096, 4095] }),
  'has a dense layer too many': vggWith({ units: [4096, 4096, 4096], rates: [0.5, 0.5] }),
  'has a sigmoid at the end': vggWith({ output: 'sigmoid' }),
  'takes images that are too small': vggWith({ lenient: true }),
  'drops nothing': vggWith({ rates: [] }),
  'drops too little': vggWith({ rates: [0.5, 0.2] }),
  'drops behind the first only': vggWith({ rates: [0.5] }),
  'normalises the batch': vggOf(([first, ...others]) => [
    first!,
    tf.layers.batchNormalization(),
    ...others,
  ]),
  'refuses by the height alone': (blocks, inputShape, classes) => {
    if (inputShape[0]! < 2 ** blocks.length) throw new RangeError('trop petite');
    return vggWith({ lenient: true })(blocks, inputShape, classes);
  },
  'refuses what fits exactly': (blocks, inputShape, classes) => {
    const [height, width] = inputShape as [number, number, number];
    if (Math.min(height, width) <= 2 ** blocks.length) throw new RangeError('trop petite');
    return vggWith()(blocks, inputShape, classes);
  },
  'refuses images below 32 always': (blocks, inputShape, classes) => {
    const [height, width] = inputShape as [number, number, number];
    if (Math.min(height, width) < 32) throw new RangeError('trop petite');
    return vggWith()(blocks, inputShape, classes);
  },
  'changes its blocks': (blocks, inputShape, classes) => {
    const model = vggWith()(blocks, inputShape, classes);
    blocks.length = 0;
    return model;
  },
  'gives its number of parameters': () => 138_357_544,
  'gives a list of layers': (...call) => layersOf(call),
  'gives an empty model': () => tf.sequential(),
  'returns nothing': () => undefined,
  'throws at everything': () => {
    throw new RangeError('no');
  },
  'is the untouched stub': () => {
    throw new Error('vgg : à compléter.');
  },
};
