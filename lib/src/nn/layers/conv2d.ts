import { checkOptions } from '../../ops/check-options';
import type { Padding2d } from '../../ops/read-conv-options';
import { readConv2d } from '../../ops/read-conv2d';
import type { InitializerName } from '../initializers';
import type { ActivationName } from './activation';
import type { Layer } from './layer';
import {
  checkImage,
  given,
  readActivation,
  readCount,
  readInitializer,
  readSides,
} from './read-options';

/** Options of the layer `conv2d`. */
export interface Conv2dLayerOptions {
  /** How many feature maps come out. */
  filters: number;
  /** A side, or `[vertical, horizontal]`. */
  kernelSize: number | readonly [number, number];
  /** Default 1. */
  stride?: number | readonly [number, number];
  /** Default `'valid'`: none. */
  padding?: Padding2d;
  /** Default 1. */
  dilation?: number | readonly [number, number];
  /** Shares the channels among the filters. Default 1. */
  groups?: number;
  /** Default true. */
  useBias?: boolean;
  /** Default none. */
  activation?: ActivationName;
  /** Default `'glorotUniform'`, as tfjs; before a relu `'heUniform'` or `'heNormal'` suit better. */
  initializer?: InitializerName;
}

/**
 * Convolution: `[height, width, channels]` becomes `[outHeight, outWidth, filters]`.
 *
 * Learns `kernel` `[kernelHeight, kernelWidth, channels / groups, filters]` and `bias` `[filters]`. The
 * options mean what they mean for the operation `conv2d`.
 *
 * @throws RangeError when an option is not what it must be; when the network is built, if the image
 *   does not fit
 */
export function conv2d(options: Conv2dLayerOptions): Layer {
  const doing = 'créer une couche conv2d';
  checkOptions(
    options,
    [
      'filters',
      'kernelSize',
      'stride',
      'padding',
      'dilation',
      'groups',
      'useBias',
      'activation',
      'initializer',
    ],
    doing,
  );
  const { stride, padding, dilation, groups = 1, useBias = true } = options;
  const filters = readCount(options.filters, 'filters', doing);
  const size = readSides(options.kernelSize, 'kernelSize', doing);
  const initializer = readInitializer(options.initializer ?? 'glorotUniform', doing);
  const geometry = { stride, padding, dilation, groups };
  return {
    type: 'conv2d',
    options: given(options),
    activation: readActivation(options.activation, doing),
    outputShape(shape, what) {
      checkImage(shape, what);
      const kernel = [...size, Math.max(1, Math.floor(shape[2] / groups)), filters];
      return readConv2d([1, ...shape], kernel, geometry, what).outputShape.slice(1);
    },
    weights: ([, , channels = 1]) => [
      {
        name: 'kernel',
        shape: [...size, channels / groups, filters],
        initializer,
        trainable: true,
      },
      ...(useBias
        ? [{ name: 'bias', shape: [filters], initializer: 'zeros' as const, trainable: true }]
        : []),
    ],
    forward: (input, { engine, weights }) =>
      engine.conv2d(input, weights['kernel']!, { ...geometry, bias: weights['bias'] }),
    backward(dOutput, input, { engine, weights }, wantsInput) {
      const kernel = weights['kernel']!;
      const found: ReturnType<typeof engine.conv2dWeightsBackward> & { dInput?: typeof input } =
        wantsInput
          ? engine.conv2dBackward(dOutput, input, kernel, geometry)
          : engine.conv2dWeightsBackward(dOutput, input, kernel, geometry);
      return { dInput: found.dInput, weights: { kernel: found.dKernel, bias: found.dBias } };
    },
  };
}
