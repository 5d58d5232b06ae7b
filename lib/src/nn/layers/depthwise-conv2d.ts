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

/** Options of the layer `depthwiseConv2d`. */
export interface DepthwiseConv2dLayerOptions {
  /** A side, or `[vertical, horizontal]`. */
  kernelSize: number | readonly [number, number];
  /** Filters a channel. Default 1. */
  multiplier?: number;
  /** Default 1. */
  stride?: number | readonly [number, number];
  /** Default `'valid'`: none. */
  padding?: Padding2d;
  /** Default 1. */
  dilation?: number | readonly [number, number];
  /** Default true. */
  useBias?: boolean;
  /** Default none. */
  activation?: ActivationName;
  /** Default `'glorotUniform'`. */
  initializer?: InitializerName;
}

/**
 * Convolution of each channel by filters of its own: `[height, width, channels]` becomes
 * `[outHeight, outWidth, channels * multiplier]`.
 *
 * Learns `kernel` `[kernelHeight, kernelWidth, channels, multiplier]` and `bias`
 * `[channels * multiplier]`. The options mean what they mean for the operation `depthwiseConv2d`.
 *
 * @throws RangeError when an option is not what it must be; when the network is built, if the image
 *   does not fit
 */
export function depthwiseConv2d(options: DepthwiseConv2dLayerOptions): Layer {
  const doing = 'créer une couche depthwiseConv2d';
  checkOptions(
    options,
    [
      'kernelSize',
      'multiplier',
      'stride',
      'padding',
      'dilation',
      'useBias',
      'activation',
      'initializer',
    ],
    doing,
  );
  const { stride, padding, dilation, useBias = true } = options;
  const multiplier = readCount(options.multiplier ?? 1, 'multiplier', doing);
  const size = readSides(options.kernelSize, 'kernelSize', doing);
  const initializer = readInitializer(options.initializer ?? 'glorotUniform', doing);
  const geometry = { stride, padding, dilation };
  return {
    type: 'depthwiseConv2d',
    options: given(options),
    activation: readActivation(options.activation, doing),
    outputShape(shape, what) {
      checkImage(shape, what);
      const [, , channels] = shape;
      // The same numbers as a convolution in as many groups as there are channels.
      const grouped = { ...geometry, groups: channels };
      const kernel = [...size, 1, channels * multiplier];
      return readConv2d([1, ...shape], kernel, grouped, what).outputShape.slice(1);
    },
    weights: ([, , channels = 1]) => [
      { name: 'kernel', shape: [...size, channels, multiplier], initializer, trainable: true },
      ...(useBias
        ? [
            {
              name: 'bias',
              shape: [channels * multiplier],
              initializer: 'zeros' as const,
              trainable: true,
            },
          ]
        : []),
    ],
    forward: (input, { engine, weights }) =>
      engine.depthwiseConv2d(input, weights['kernel']!, { ...geometry, bias: weights['bias'] }),
    backward(dOutput, input, { engine, weights }) {
      const kernel = weights['kernel']!;
      const found = engine.depthwiseConv2dBackward(dOutput, input, kernel, geometry);
      return { dInput: found.dInput, weights: { kernel: found.dKernel, bias: found.dBias } };
    },
  };
}
