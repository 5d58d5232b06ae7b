import { impossible } from '../../errors';
import type * as TfDoor from '../../tf';
import type { Layer as TfNarrowLayer, Sequential } from '../../tf';
import type { Layer } from '../layers/layer';
import type { Network } from '../network';

type Maker = (config: Record<string, unknown>) => TfNarrowLayer;
type Makers = Record<string, Maker>;

/** One line a kind of layer: the function of `tf.layers`, and ours of its options it calls otherwise. */
const makers: Record<string, { make: string; rename?: Record<string, string> }> = {
  conv2d: {
    make: 'conv2d',
    rename: { stride: 'strides', dilation: 'dilationRate' },
  },
  depthwiseConv2d: {
    make: 'depthwiseConv2d',
    rename: { stride: 'strides', dilation: 'dilationRate', multiplier: 'depthMultiplier' },
  },
  dense: { make: 'dense' },
  maxPool2d: { make: 'maxPooling2d', rename: { stride: 'strides' } },
  avgPool2d: { make: 'averagePooling2d', rename: { stride: 'strides' } },
  globalMaxPool2d: { make: 'globalMaxPooling2d' },
  globalAvgPool2d: { make: 'globalAveragePooling2d' },
  flatten: { make: 'flatten' },
  batchNorm: { make: 'batchNormalization' },
  dropout: { make: 'dropout' },
  relu: { make: 'reLU' },
  leakyRelu: { make: 'leakyReLU' },
  elu: { make: 'elu' },
  softmax: { make: 'softmax' },
};

/**
 * A network of ours as a tfjs model: the same layers, copies of its weights, the same answers (in
 * float32). tfjs is loaded by this call, not before.
 *
 * @throws RangeError when a layer has an option that tfjs has not: padding as a number or for each
 *   side, groups, an elu whose alpha is not 1
 */
export function toTfjs(network: Network): Sequential {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- seconds to load: only when asked
  const tf = require('../../tf') as typeof TfDoor;
  const tfLayers = tf.layers as unknown as Makers;
  const model = tf.sequential();
  const weights = network.getWeights();
  for (const stage of network.stages()) {
    const first = stage.index === 0 && stage === network.stages()[0];
    const shape = first ? { inputShape: [...stage.inputShape] } : {};
    const layer = makeLayer(tfLayers, stage.layer, stage.name, shape);
    model.add(layer);
    if (stage.specs.length === 0) continue;
    const tensors = stage.specs.map((spec) =>
      tf.tensor(Float32Array.from(weights[`${stage.name}/${spec.name}`]!.data), [...spec.shape]),
    );
    layer.setWeights(tensors);
    for (const tensor of tensors) tensor.dispose();
  }
  return model;
}

function makeLayer(
  tfLayers: Makers,
  { type, options }: Layer,
  name: string,
  shape: object,
): TfNarrowLayer {
  const config: Record<string, unknown> = { ...shape };
  for (const [option, value] of Object.entries(options)) {
    if (option === 'activation' || option === 'initializer') continue;
    if (option === 'groups' && value === 1) continue;
    if (!knownToTfjs(type, option, value)) {
      throw new RangeError(
        impossible(
          `convertir la couche ${name} pour tfjs`,
          `tfjs n'a pas l'option ${option} sous cette forme`,
          'gardez ce réseau ici, ou changez cette option',
        ),
      );
    }
    config[makers[type]?.rename?.[option] ?? option] = value;
  }
  // What has no layer of its own in tfjs is an activation there: sigmoid, tanh, swish, relu6, linear.
  const { make } = makers[type] ?? { make: 'activation' };
  if (make === 'activation') config['activation'] = type;
  if (type === 'leakyRelu') config['alpha'] ??= 0.2;
  return tfLayers[make]!(config);
}

function knownToTfjs(type: string, option: string, value: unknown): boolean {
  if (option === 'padding') return typeof value === 'string';
  if (option === 'alpha' && type === 'elu') return value === 1;
  return option !== 'groups';
}
