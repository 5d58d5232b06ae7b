/** Wrong conv2dBackward answers that put gradients in the wrong places, or not in all places. */
import type { AnyFunction } from '../../answer';
import { transpose } from '../parts';
import type { Conv2dBackward, ConvGradients } from '../types';
import { convBackwardOf, padded, right, wrong, type Args } from './parts';

/** The answers of other arguments, once these are found good. */
const as = (change: (...args: Args) => Args): AnyFunction =>
  wrong((_gradients, ...args) => right(...change(...args)));

/** dx or dw as if the arguments were others. */
const partAs = (part: keyof ConvGradients, answer: Conv2dBackward): AnyFunction =>
  wrong((gradients, ...args) => ({ ...gradients, [part]: answer(...args)[part] }));

const withoutStride = convBackwardOf({
  place: ([i, j], [u, v], _stride, padding) => [i + u - padding, j + v - padding],
});
const withoutPadding = convBackwardOf({
  place: ([i, j], [u, v], [strideY, strideX]) => [i * strideY + u, j * strideX + v],
});

export const misplaced: Record<string, AnyFunction> = {
  'ignores the stride in dx': partAs('dx', withoutStride),
  'ignores the stride in dw': partAs('dw', withoutStride),
  'ignores the padding in dx': partAs('dx', withoutPadding),
  'ignores the padding in dw': partAs('dw', withoutPadding),
  'takes the vertical stride for both': convBackwardOf({
    place: ([i, j], [u, v], [strideY], padding) => [
      i * strideY + u - padding,
      j * strideY + v - padding,
    ],
  }),
  'takes the horizontal stride for both': convBackwardOf({
    place: ([i, j], [u, v], [, strideX], padding) => [
      i * strideX + u - padding,
      j * strideX + v - padding,
    ],
  }),
  'takes every padding for 1': convBackwardOf({
    place: ([i, j], [u, v], [strideY, strideX]) => [i * strideY + u - 1, j * strideX + v - 1],
  }),
  'takes a padding above 1 for 1': convBackwardOf({
    place: ([i, j], [u, v], [strideY, strideX], padding) => [
      i * strideY + u - Math.min(1, padding),
      j * strideX + v - Math.min(1, padding),
    ],
  }),
  'pads below and to the right only, at stride 1 the same size': convBackwardOf({
    place: ([i, j], [u, v], [strideY, strideX], padding) => [
      i * strideY + u - (strideY > 1 ? padding : 0),
      j * strideX + v - (strideX > 1 ? padding : 0),
    ],
  }),
  'strides the padding too': convBackwardOf({
    place: ([i, j], [u, v], [strideY, strideX], padding) => [
      (i - padding) * strideY + u,
      (j - padding) * strideX + v,
    ],
  }),
  'spreads the kernel by the stride': convBackwardOf({
    place: ([i, j], [u, v], [strideY, strideX], padding) => [
      i + u * strideY - padding,
      j + v * strideX - padding,
    ],
  }),
  'knows square images only': wrong((gradients, _dy, x) => {
    const side = Math.min(x.length, x[0]!.length);
    const inside = (row: number, col: number): boolean => row < side && col < side;
    const dx = gradients.dx.map((line, row) =>
      line.map((cell, col) => (inside(row, col) ? cell : cell.map(() => 0))),
    );
    return { ...gradients, dx };
  }),
  'knows square maps only': as((dy, ...rest) => {
    const side = Math.min(dy.length, dy[0]!.length);
    return [
      dy.map((line, i) => line.map((cell, j) => (i < side && j < side ? cell : cell.map(() => 0)))),
      ...rest,
    ];
  }),
  'transposes square kernels in dx': wrong((gradients, dy, x, w, stride, padding) =>
    w.length === w[0]!.length
      ? { ...gradients, dx: right(dy, x, transpose(w), stride, padding).dx }
      : gradients,
  ),
  'transposes dw where it is square': wrong((gradients, _dy, _x, w) =>
    w.length === w[0]!.length ? { ...gradients, dw: transpose(gradients.dw) } : gradients,
  ),
  'flips the kernel left to right in dx': partAs(
    'dx',
    convBackwardOf({ weight: ([u, v], w) => [u, w[0]!.length - 1 - v] }),
  ),
  'flips the kernel upside down in dx': partAs(
    'dx',
    convBackwardOf({ weight: ([u, v], w) => [w.length - 1 - u, v] }),
  ),
  'flips the kernel in dx when the stride is not 1': wrong((gradients, dy, x, w, ...rest) =>
    String(rest[0]) === '1,1'
      ? gradients
      : {
          ...gradients,
          dx: right(dy, x, [...w].map((line) => [...line].reverse()).reverse(), ...rest).dx,
        },
  ),
  'forgets the last row of windows': as((dy, ...rest) => [
    dy.map((line, i) =>
      i > 0 && i === dy.length - 1 ? line.map((cell) => cell.map(() => 0)) : line,
    ),
    ...rest,
  ]),
  'forgets the last column of windows': as((dy, ...rest) => [
    dy.map((line) =>
      line.map((cell, j) => (j > 0 && j === line.length - 1 ? cell.map(() => 0) : cell)),
    ),
    ...rest,
  ]),
  'leaves out windows that touch the padding': as((dy, x, w, stride, padding) => [
    dy.map((line, i) =>
      line.map((cell, j) => {
        const [top, left] = [i * stride[0] - padding, j * stride[1] - padding];
        const outside =
          top < 0 || left < 0 || top + w.length > x.length || left + w[0]!.length > x[0]!.length;
        return outside ? cell.map(() => 0) : cell;
      }),
    ),
    x,
    w,
    stride,
    padding,
  ]),
  'pads dw with copies of the border, and not zeros': wrong((gradients, dy, x, w, ...rest) => {
    const [stride, padding] = rest;
    const zeros = padded(x, padding);
    const near = (at: number, length: number): number =>
      Math.max(0, Math.min(length - 1, at - padding));
    const copies = zeros.map((line, row) =>
      line.map((_, col) => x[near(row, x.length)]![near(col, x[0]!.length)]!),
    );
    return { ...gradients, dw: right(dy, copies, w, stride, 0).dw };
  }),
};
