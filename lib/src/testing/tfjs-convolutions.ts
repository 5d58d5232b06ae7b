import type * as Tfjs from '@tensorflow/tfjs';

import type { AnyPadding } from './arbitraries';
import { tfjs } from './tfjs-oracle';

/**
 * tfjs's convolutions with all that ours can do, forward and backward. tfjs itself has no groups, no
 * dilation together with a stride, and no gradient of a dilated convolution: groups are built from
 * slices here, dilation by spreading the kernel with zeros, padding by laying the zeros first.
 */
export interface TfConv2dOptions {
  stride: number | [number, number];
  padding: AnyPadding;
  dilation: number | [number, number];
  groups: number;
}

/** `[batch, h, w, channels]` by `[kh, kw, channels / groups, filters]`, without bias. */
export function tfConv2d(
  x: Tfjs.Tensor4D,
  w: Tfjs.Tensor4D,
  { stride, padding, dilation, groups }: TfConv2dOptions,
): Tfjs.Tensor4D {
  const [dilationY, dilationX] = pair(dilation);
  const kernel = spread(spread(w, dilationY, 0), dilationX, 1);
  const { images, mode } = lay(x, padding);
  const channels = share(images, groups);
  const filters = share(kernel, groups);
  return tfjs.concat(
    channels.map((part, group) => tfjs.conv2d<Tfjs.Tensor4D>(part, filters[group]!, stride, mode)),
    3,
  );
}

/** `[batch, length, channels]` by `[kernelLength, channels / groups, filters]`, without bias. */
export function tfConv1d(
  x: Tfjs.Tensor3D,
  w: Tfjs.Tensor3D,
  options: {
    stride: number;
    padding: 'valid' | 'same' | number | { left: number; right: number };
    dilation: number;
    groups: number;
  },
): Tfjs.Tensor3D {
  const { stride, padding, dilation, groups } = options;
  const kernel = spread(w, dilation, 0);
  let signals = x;
  if (typeof padding !== 'string') {
    const { left, right } =
      typeof padding === 'number' ? { left: padding, right: padding } : padding;
    signals = tfjs.pad(x, [
      [0, 0],
      [left, right],
      [0, 0],
    ]);
  }
  const mode = typeof padding === 'string' ? padding : 'valid';
  const channels = share(signals, groups);
  const filters = share(kernel, groups);
  return tfjs.concat(
    channels.map((part, group) => tfjs.conv1d<Tfjs.Tensor3D>(part, filters[group]!, stride, mode)),
    2,
  );
}

/**
 * `[batch, h, w, channels]` by `[kh, kw, channels, multiplier]`, without bias. TensorFlow wants the
 * same stride on both axes.
 */
export function tfDepthwiseConv2d(
  x: Tfjs.Tensor4D,
  w: Tfjs.Tensor4D,
  { stride, padding, dilation }: Omit<TfConv2dOptions, 'groups'> & { stride: number },
): Tfjs.Tensor4D {
  const [dilationY, dilationX] = pair(dilation);
  const kernel = spread(spread(w, dilationY, 0), dilationX, 1);
  const { images, mode } = lay(x, padding);
  return tfjs.depthwiseConv2d(images, kernel, stride, mode);
}

/** Parts of equal length along the last axis (`tf.split` into one part has no gradient). */
function share<T extends Tfjs.Tensor>(tensor: T, groups: number): T[] {
  const last = tensor.rank - 1;
  const size = tensor.shape[last]! / groups;
  return Array.from({ length: groups }, (_, group) => {
    const begin = tensor.shape.map((_length, axis) => (axis === last ? group * size : 0));
    return tensor.slice<T>(begin, [...tensor.shape.slice(0, last), size]);
  });
}

/** Lays the zeros of a padding that is told in numbers. */
function lay(
  x: Tfjs.Tensor4D,
  padding: AnyPadding,
): { images: Tfjs.Tensor4D; mode: 'valid' | 'same' } {
  if (typeof padding === 'string') return { images: x, mode: padding };
  const [rows, cols]: [number, number][] =
    typeof padding === 'object' && 'top' in padding
      ? [
          [padding.top, padding.bottom],
          [padding.left, padding.right],
        ]
      : pair(padding).map((zeros): [number, number] => [zeros, zeros]);
  return { images: tfjs.pad(x, [[0, 0], rows!, cols!, [0, 0]]), mode: 'valid' };
}

/** Zeros between the neighbours on one axis, 0 or 1: a product with a matrix, which has a gradient. */
function spread<T extends Tfjs.Tensor>(w: T, dilation: number, axis: 0 | 1): T {
  if (dilation === 1) return w;
  const order = w.shape.map((_, i) => (i === 0 ? axis : i === axis ? 0 : i)); // its own inverse
  const first = w.transpose<T>(order);
  const [size = 1, ...others] = first.shape;
  const places = Array.from({ length: (size - 1) * dilation + 1 }, (_, to) =>
    Array.from({ length: size }, (_none, from) => (to === from * dilation ? 1 : 0)),
  );
  const rows = tfjs.matMul(tfjs.tensor2d(places), first.reshape([size, -1]));
  return rows.reshape<T>([places.length, ...others]).transpose(order);
}

function pair(value: number | [number, number]): [number, number] {
  return typeof value === 'number' ? [value, value] : value;
}
