import type { Conv2dGeometry } from '../../ops/read-conv2d';
import { run } from '../engine/engine';
import { workspace } from '../engine/scope';

/** Images in the engine's memory, with their zeros around them. */
export interface Padded {
  at: number;
  height: number;
  width: number;
}

/** The input with the zeros that its patches reach; the input itself where there are none. */
export function paddedInput(geometry: Conv2dGeometry, x: number): Padded {
  const { batch, channels, height, width, top, left } = geometry;
  const reach = (out: number, stride: number, taps: number, dilation: number): number =>
    (out - 1) * stride + (taps - 1) * dilation + 1;
  const { outHeight, outWidth, kernelHeight, kernelWidth } = geometry;
  const paddedHeight = reach(outHeight, geometry.strideY, kernelHeight, geometry.dilationY);
  const paddedWidth = reach(outWidth, geometry.strideX, kernelWidth, geometry.dilationX);
  if (top === 0 && left === 0 && paddedHeight <= height && paddedWidth <= width) {
    return { at: x, height, width };
  }
  const size = batch * paddedHeight * paddedWidth * channels;
  const at = workspace(size);
  const share = { over: batch * paddedHeight, work: size / 2 };
  run('padImages', share, x, at, height, width, channels, top, left, paddedHeight, paddedWidth);
  return { at, height: paddedHeight, width: paddedWidth };
}
