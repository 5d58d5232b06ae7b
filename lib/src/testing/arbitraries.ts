import fc from 'fast-check';

import type { Volume } from '../volume/volume';
import { seededVolume, type SeededOptions } from './seeded-volume';

/** A whole number, small first when a failure is shrunk. */
export const upTo = (max: number, min = 1): fc.Arbitrary<number> => fc.integer({ min, max });

/** `[height, width]`, each up to `max`: mostly rectangular, a single row or column included. */
export const sides = (max: number): fc.Arbitrary<[number, number]> =>
  fc.tuple(upTo(max), upTo(max));

/** Any Volume of a shape: see `seededVolume` for its numbers. A failure shrinks the seed, no more. */
export function volumeOf(
  shape: readonly number[],
  options: SeededOptions = {},
): fc.Arbitrary<Volume> {
  return upTo(0xffff, 0).map((seed) => seededVolume(shape, seed, options));
}

/** Any image or batch: `[h, w]`, `[h, w, channels]` or `[batch, h, w, channels]`, odd and even sides. */
export function imageShapes(maxSide = 9, maxChannels = 4, maxBatch = 3): fc.Arbitrary<number[]> {
  return fc
    .record({
      rank: fc.constantFrom(2, 3, 4),
      batch: upTo(maxBatch),
      side: sides(maxSide),
      channels: upTo(maxChannels),
    })
    .map(({ rank, batch, side, channels }) => {
      if (rank === 2) return side;
      return rank === 3 ? [...side, channels] : [batch, ...side, channels];
    });
}

/** A stride or a dilation: one number, or `[vertical, horizontal]`. */
export const steps = (max = 3): fc.Arbitrary<number | [number, number]> =>
  fc.oneof(upTo(max), fc.tuple(upTo(max), upTo(max)));

/** Padding of an image in every way it can be said. */
export type AnyPadding =
  | 'valid'
  | 'same'
  | number
  | [number, number]
  | { top: number; bottom: number; left: number; right: number };

export function paddings(max = 2): fc.Arbitrary<AnyPadding> {
  const zeros = upTo(max, 0);
  return fc.oneof(
    fc.constantFrom<AnyPadding[]>('valid', 'same'),
    zeros,
    fc.tuple(zeros, zeros),
    fc.record({ top: zeros, bottom: zeros, left: zeros, right: zeros }),
  );
}

/** A 2D convolution, in which the kernel fits: its arguments, with the options of `conv2d`. */
export interface AnyConv2d {
  input: Volume;
  kernel: Volume;
  options: {
    stride: number | [number, number];
    padding: AnyPadding;
    dilation: number | [number, number];
    groups: number;
    bias: Volume;
  };
}

/**
 * Any convolution of a batch `[batch, h, w, channels]` by a kernel `[kh, kw, channels / groups,
 * filters]`: rectangular, strided, padded, dilated, grouped, of several channels.
 *
 * @param limits `maxSide` of the image; `plain` leaves out dilation and groups
 */
export function convolutions2d(
  options: SeededOptions = {},
  { maxSide = 8, plain = false } = {},
): fc.Arbitrary<AnyConv2d> {
  return fc
    .record({
      batch: upTo(2),
      image: sides(maxSide),
      kernel: sides(3),
      groups: plain ? fc.constant(1) : upTo(3),
      channelsOfGroup: upTo(3),
      filtersOfGroup: upTo(3),
      stride: steps(),
      dilation: plain ? fc.constant(1) : steps(),
      padding: paddings(),
      seed: upTo(0xffff, 0),
    })
    .filter(({ image, kernel, dilation, padding }) =>
      [0, 1].every((axis) => {
        if (padding === 'same') return true;
        const step = typeof dilation === 'number' ? dilation : dilation[axis]!;
        return (kernel[axis]! - 1) * step < image[axis]! + zerosAround(padding, axis);
      }),
    )
    .map(({ batch, image, kernel, groups, seed, ...c }) => {
      const filters = groups * c.filtersOfGroup;
      return {
        input: seededVolume([batch, ...image, groups * c.channelsOfGroup], seed, options),
        kernel: seededVolume([...kernel, c.channelsOfGroup, filters], seed + 1, options),
        options: {
          stride: c.stride,
          padding: c.padding,
          dilation: c.dilation,
          groups,
          bias: seededVolume([filters], seed + 2, options),
        },
      };
    });
}

/** A 1D convolution, in which the kernel fits: its arguments, with the options of `conv1d`. */
export interface AnyConv1d {
  input: Volume;
  kernel: Volume;
  options: {
    stride: number;
    padding: 'valid' | 'same' | number | { left: number; right: number };
    dilation: number;
    groups: number;
    bias: Volume;
  };
}

/** As `convolutions2d`, of signals `[batch, length, channels]`. */
export function convolutions1d(
  options: SeededOptions = {},
  { maxLength = 12 } = {},
): fc.Arbitrary<AnyConv1d> {
  const zeros = upTo(2, 0);
  return fc
    .record({
      batch: upTo(2),
      length: upTo(maxLength),
      kernelLength: upTo(4),
      groups: upTo(3),
      channelsOfGroup: upTo(3),
      filtersOfGroup: upTo(3),
      stride: upTo(3),
      dilation: upTo(3),
      padding: fc.oneof(
        fc.constantFrom<('valid' | 'same')[]>('valid', 'same'),
        zeros,
        fc.record({ left: zeros, right: zeros }),
      ),
      seed: upTo(0xffff, 0),
    })
    .filter(({ length, kernelLength, dilation, padding }) => {
      if (padding === 'same') return true;
      const { left, right } =
        typeof padding === 'object' ? padding : { left: padding, right: padding };
      const around = padding === 'valid' ? 0 : Number(left) + Number(right);
      return (kernelLength - 1) * dilation < length + around;
    })
    .map(({ batch, length, kernelLength, groups, seed, ...c }) => {
      const filters = groups * c.filtersOfGroup;
      return {
        input: seededVolume([batch, length, groups * c.channelsOfGroup], seed, options),
        kernel: seededVolume([kernelLength, c.channelsOfGroup, filters], seed + 1, options),
        options: {
          stride: c.stride,
          padding: c.padding,
          dilation: c.dilation,
          groups,
          bias: seededVolume([filters], seed + 2, options),
        },
      };
    });
}

/** Zeros on both ends of an axis, 0 vertical, 1 horizontal, of a padding other than `'same'`. */
function zerosAround(padding: AnyPadding, axis: number): number {
  if (typeof padding === 'string') return 0;
  if (typeof padding === 'number') return 2 * padding;
  if (Array.isArray(padding)) return 2 * padding[axis]!;
  return axis === 0 ? padding.top + padding.bottom : padding.left + padding.right;
}
