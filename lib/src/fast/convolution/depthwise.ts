import type { Conv2dGeometry } from '../../ops/read-conv2d';
import { run } from '../engine/engine';
import { workOf } from './taps';

/** Has each channel one filter, and each filter one channel? As a product it would have one column. */
export function isDepthwise({ groups, channels, filters }: Conv2dGeometry): boolean {
  return groups > 1 && groups === channels && groups === filters;
}

/** Writes the output to y. Offsets in bytes; a bias of 0 is none. */
export function depthwiseForward(
  geometry: Conv2dGeometry,
  x: number,
  w: number,
  bias: number,
  y: number,
): void {
  const share = { over: geometry.batch * geometry.outHeight, work: workOf(geometry) };
  run('depthwise', share, x, w, bias, y, ...sizesOf(geometry), ...stepsOf(geometry));
}

/** Writes the gradient for the input to dx. */
export function depthwiseInputGradient(
  geometry: Conv2dGeometry,
  dy: number,
  w: number,
  dx: number,
): void {
  const share = { over: geometry.batch, work: workOf(geometry) };
  run('depthwiseInputGradient', share, dy, w, dx, ...sizesOf(geometry), ...stepsOf(geometry));
}

/** Writes the gradient for the kernel to dw. */
export function depthwiseKernelGradient(
  geometry: Conv2dGeometry,
  dy: number,
  x: number,
  dw: number,
): void {
  const { batch, height, width, channels, outHeight, outWidth } = geometry;
  const { kernelHeight, kernelWidth } = geometry;
  const share = { over: kernelHeight * kernelWidth, work: workOf(geometry) };
  const sizes = [batch, height, width, channels, outHeight, outWidth, kernelWidth] as const;
  run('depthwiseKernelGradient', share, dy, x, dw, ...sizes, ...stepsOf(geometry));
}

const sizesOf = (g: Conv2dGeometry) =>
  [g.height, g.width, g.channels, g.outHeight, g.outWidth, g.kernelHeight, g.kernelWidth] as const;

const stepsOf = (g: Conv2dGeometry) =>
  [g.strideY, g.strideX, g.dilationY, g.dilationX, g.top, g.left] as const;
