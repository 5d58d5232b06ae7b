import { wholeTf } from '../../tf/whole-tf';
import { chain, type Symbolic } from './grow';

/** A convolution whose outputs are normalised over the batch. */
export interface ConvNormOptions {
  filters: number;
  kernelSize: number | [number, number];
  strides?: number;
  padding?: 'same' | 'valid';
  /** The normalisation that follows takes the mean away, and a bias with it. Default false. */
  useBias?: boolean;
  /** Default true. */
  relu?: boolean;
  /** Added to the variance before its root is taken. Default 1.001e-5, as in Keras. */
  epsilon?: number;
}

/** The layers `NAME_conv`, `NAME_bn` and `NAME_relu`, one behind the other. */
export function convNorm(x: Symbolic, name: string, options: ConvNormOptions): Symbolic {
  const { layers } = wholeTf();
  const { strides = 1, padding = 'same', useBias = false, relu = true, epsilon = 1.001e-5 } = options; // prettier-ignore
  const { filters, kernelSize } = options;
  const normalised = chain(
    x,
    layers.conv2d({ name: `${name}_conv`, filters, kernelSize, strides, padding, useBias }),
    layers.batchNormalization({ name: `${name}_bn`, epsilon }),
  );
  if (!relu) return normalised;
  return chain(normalised, layers.reLU({ name: `${name}_relu` }));
}
