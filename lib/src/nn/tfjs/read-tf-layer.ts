import { impossible, valueText } from '../../errors';
import * as ours from '../layers';
import type { ActivationName } from '../layers/activation';
import { activationNames } from '../layers/activation';
import type { Layer } from '../layers/layer';
import type { TfLayer } from './tf-layers';

type Config = Record<string, unknown>;
type Sides = [number, number];

/** One line a kind of layer: from tfjs's configuration to ours. */
const readers: Record<string, (config: Config, refuse: Refuse) => Layer> = {
  Conv2D: (c, refuse) =>
    ours.conv2d({ filters: c['filters'] as number, ...window(c, refuse), ...learned(c, refuse) }),
  DepthwiseConv2D: (c, refuse) =>
    ours.depthwiseConv2d({
      multiplier: c['depthMultiplier'] as number,
      ...window(c, refuse),
      ...learned(c, refuse),
    }),
  Dense: (c, refuse) => ours.dense({ units: c['units'] as number, ...learned(c, refuse) }),
  MaxPooling2D: (c, refuse) => ours.maxPool2d(pool(c, refuse)),
  AveragePooling2D: (c, refuse) => ours.avgPool2d(pool(c, refuse)),
  GlobalMaxPooling2D: (c, refuse) => {
    channelsLast(c, refuse);
    return ours.globalMaxPool2d();
  },
  GlobalAveragePooling2D: (c, refuse) => {
    channelsLast(c, refuse);
    return ours.globalAvgPool2d();
  },
  Flatten: (c, refuse) => {
    channelsLast(c, refuse);
    return ours.flatten();
  },
  BatchNormalization: (c, refuse) => {
    for (const name of ['center', 'scale']) if (c[name] === false) refuse(name, false);
    lastAxis(c, refuse);
    return ours.batchNorm({ momentum: c['momentum'] as number, epsilon: c['epsilon'] as number });
  },
  Dropout: (c) => ours.dropout({ rate: c['rate'] as number }),
  Activation: (c, refuse) => ours.activation(activationOf(c, refuse) ?? 'linear'),
  ReLU: (c, refuse) => {
    const limit = c['maxValue'] ?? null;
    if (limit !== null && limit !== 6) refuse('maxValue', limit);
    return limit === 6 ? ours.relu6() : ours.relu();
  },
  LeakyReLU: (c) => ours.leakyRelu({ alpha: c['alpha'] as number }),
  ELU: (c) => ours.elu({ alpha: c['alpha'] as number }),
  Softmax: (c, refuse) => {
    lastAxis(c, refuse);
    return ours.softmax();
  },
};

type Refuse = (option: string, value: unknown) => never;

/**
 * A layer of tfjs as one of ours, without its weights.
 *
 * @throws RangeError when there is none of the kind, or it is used in a way that ours does not know
 */
export function readTfLayer(layer: TfLayer): Layer {
  const doing = `convertir la couche ${layer.name} du modèle tfjs`;
  const kind = layer.getClassName();
  if (!Object.hasOwn(readers, kind)) {
    throw new RangeError(
      impossible(
        doing,
        `les couches ${kind} n'existent pas ici`,
        `gardez ce modèle dans tfjs\u00a0; ici il y a ${Object.keys(readers).join(', ')}`,
      ),
    );
  }
  const rank = layer.outputShape.length;
  return readers[kind]!({ ...layer.getConfig(), rank }, (option, value) => {
    throw new RangeError(
      impossible(
        doing,
        `${kind} a ici une option que le réseau ne connaît pas, ${option}\u00a0: ${valueText(value)}`,
        'gardez ce modèle dans tfjs, ou changez cette option',
      ),
    );
  });
}

function window(c: Config, refuse: Refuse) {
  channelsLast(c, refuse);
  return {
    kernelSize: c['kernelSize'] as Sides,
    stride: c['strides'] as Sides,
    padding: padding(c, refuse),
    dilation: (c['dilationRate'] as Sides | undefined) ?? 1,
  };
}

function pool(c: Config, refuse: Refuse) {
  channelsLast(c, refuse);
  return {
    poolSize: c['poolSize'] as Sides,
    stride: c['strides'] as Sides,
    padding: padding(c, refuse),
  };
}

function learned(c: Config, refuse: Refuse) {
  return { useBias: c['useBias'] as boolean, activation: activationOf(c, refuse) };
}

function padding(c: Config, refuse: Refuse): 'valid' | 'same' {
  const value = c['padding'] ?? 'valid';
  return value === 'valid' || value === 'same' ? value : refuse('padding', value);
}

function activationOf(c: Config, refuse: Refuse): ActivationName | undefined {
  const name = (c['activation'] ?? 'linear') as ActivationName;
  if (!activationNames.includes(name)) refuse('activation', name);
  return name === 'linear' ? undefined : name;
}

function channelsLast(c: Config, refuse: Refuse): void {
  const format = c['dataFormat'] ?? 'channelsLast';
  if (format !== 'channelsLast') refuse('dataFormat', format);
}

/** tfjs counts from the end or, once the layer has been used, from the beginning. */
function lastAxis(c: Config, refuse: Refuse): void {
  const axis = c['axis'] ?? -1;
  if (axis !== -1 && axis !== (c['rank'] as number) - 1) refuse('axis', axis);
}
