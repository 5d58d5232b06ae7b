import type { Volume } from '../../volume/volume';
import type { Engine } from '../engine/engine';
import type { Layer } from './layer';
import { readActivation } from './read-options';

interface Function {
  forward: (engine: Engine, input: Volume, alpha?: number) => Volume;
  backward: (engine: Engine, dOutput: Volume, input: Volume, alpha?: number) => Volume;
}

/** One line a function: what `activation: '...'` may say. */
const functions = {
  linear: { forward: (_, x) => x, backward: (_, dy) => dy },
  relu: { forward: (e, x) => e.relu(x), backward: (e, dy, x) => e.reluBackward(dy, x) },
  relu6: { forward: (e, x) => e.relu6(x), backward: (e, dy, x) => e.relu6Backward(dy, x) },
  leakyRelu: {
    forward: (e, x, alpha) => e.leakyRelu(x, { alpha }),
    backward: (e, dy, x, alpha) => e.leakyReluBackward(dy, x, { alpha }),
  },
  elu: {
    forward: (e, x, alpha) => e.elu(x, { alpha }),
    backward: (e, dy, x, alpha) => e.eluBackward(dy, x, { alpha }),
  },
  sigmoid: { forward: (e, x) => e.sigmoid(x), backward: (e, dy, x) => e.sigmoidBackward(dy, x) },
  tanh: { forward: (e, x) => e.tanh(x), backward: (e, dy, x) => e.tanhBackward(dy, x) },
  swish: { forward: (e, x) => e.swish(x), backward: (e, dy, x) => e.swishBackward(dy, x) },
  softmax: { forward: (e, x) => e.softmax(x), backward: (e, dy, x) => e.softmaxBackward(dy, x) },
} satisfies Record<string, Function>;

/** What `activation: '...'` may say. */
export type ActivationName = keyof typeof functions;

/** All of them. */
export const activationNames = Object.keys(functions) as ActivationName[];

/** Options of `activation`. */
export interface ActivationOptions {
  /** Slope of leakyRelu below 0 (default 0.2), or depth of elu (default 1). */
  alpha?: number;
}

/**
 * A function of each number (softmax: of each row), as a layer of its own. Most layers take it as an
 * option instead: `conv2d({ ..., activation: 'relu' })`.
 *
 * Input and output have the same shape, any; nothing to learn.
 *
 * @throws RangeError when there is no function of that name
 */
export function activation(name: ActivationName, { alpha }: ActivationOptions = {}): Layer {
  readActivation(name, "créer une couche d'activation");
  const { forward, backward } = functions[name];
  return {
    type: name,
    options: alpha === undefined ? {} : { alpha },
    outputShape: (shape) => shape,
    forward: (input, { engine }) => forward(engine, input, alpha),
    backward: (dOutput, input, { engine }) => ({ dInput: backward(engine, dOutput, input, alpha) }),
  };
}

/** max(x, 0) as a layer: see `activation`. */
export const relu = (): Layer => activation('relu');
/** min(max(x, 0), 6) as a layer. */
export const relu6 = (): Layer => activation('relu6');
/** x above 0, alpha x below, as a layer. */
export const leakyRelu = (options: ActivationOptions = {}): Layer =>
  activation('leakyRelu', options);
/** x above 0, alpha (exp(x) - 1) below, as a layer. */
export const elu = (options: ActivationOptions = {}): Layer => activation('elu', options);
/** 1 / (1 + exp(-x)) as a layer. */
export const sigmoid = (): Layer => activation('sigmoid');
/** The hyperbolic tangent as a layer. */
export const tanh = (): Layer => activation('tanh');
/** x sigmoid(x) as a layer. */
export const swish = (): Layer => activation('swish');
/** Probabilities out of logits, over the last axis, as a layer. */
export const softmax = (): Layer => activation('softmax');
