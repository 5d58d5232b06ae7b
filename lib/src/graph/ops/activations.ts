import type { Value } from '../build/value';
import { valueText } from '../../errors';
import type { LayerView, Translations } from '../model/layer';
import type { Tape } from '../tape';
import { elu } from './elu';
import { leakyRelu } from './leaky-relu';
import { logSoftmax } from './log-softmax';
import { relu } from './relu';
import { relu6 } from './relu6';
import { scaledTanh } from './scaled-tanh';
import { selu } from './selu';
import { sigmoid } from './sigmoid';
import { softmax } from './softmax';
import { softplus } from './softplus';
import { swish } from './swish';
import { tanh } from './tanh';

/** Activations by the name they have in tfjs (`scaledTanh` in `models/layers`): a new one is a line here. */
const activations: Record<string, (tape: Tape, x: Value) => Value> = {
  linear: (_tape, x) => x,
  elu,
  logSoftmax,
  relu,
  relu6,
  scaledTanh,
  selu,
  sigmoid,
  softmax,
  softplus,
  swish,
  tanh,
};

/** Puts the layer's own activation behind what it computed. */
export function activate(tape: Tape, x: Value, layer: LayerView): Value {
  const name = layer.config['activation'] ?? 'linear';
  const activation = activations[name as string];
  if (activation === undefined) return layer.refuse(`l'activation ${valueText(name)}`);
  return activation(tape, x);
}

export const activationLayers: Translations = {
  Activation: (tape, [x], layer) => activate(tape, x!, layer),
  ReLU: (tape, [x], layer) => {
    const most = layer.config['maxValue'] ?? undefined;
    if (most === undefined) return relu(tape, x!);
    return most === 6 ? relu6(tape, x!) : layer.refuse(`maxValue ${valueText(most)}`);
  },
  LeakyReLU: (tape, [x], layer) =>
    leakyRelu(tape, x!, (layer.config['alpha'] as number | undefined) ?? 0.3),
  ELU: (tape, [x], layer) => {
    const alpha = layer.config['alpha'] ?? 1;
    return alpha === 1 ? elu(tape, x!) : layer.refuse(`alpha ${valueText(alpha)}`);
  },
  Softmax: (tape, [x], layer) => {
    const axis = layer.config['axis'] ?? -1;
    const last = x!.shape.length - 1;
    return axis === -1 || axis === last
      ? softmax(tape, x!)
      : layer.refuse(`axis ${valueText(axis)}`);
  },
};
