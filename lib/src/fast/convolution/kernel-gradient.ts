import type { Conv2dGeometry } from '../../ops/read-conv2d';
import { run } from '../engine/engine';
import { depthwiseKernelGradient, isDepthwise } from './depthwise';
import { paddedInput } from './padded';
import { tapsOf, workOf } from './taps';

/** Writes the gradient for the kernel to dw: for each tap, the sum over all pixels it met. */
export function kernelGradient(geometry: Conv2dGeometry, dy: number, x: number, dw: number): void {
  if (isDepthwise(geometry)) {
    depthwiseKernelGradient(geometry, dy, x, dw);
    return;
  }
  const { batch, kernelHeight, kernelWidth, channels, filters, groups, outHeight, outWidth } =
    geometry;
  const images = paddedInput(geometry, x);
  const inChannels = channels / groups;
  const columns = filters / groups;
  const taps = tapsOf(geometry);
  const rowSize = images.width * channels;
  const share = { over: kernelHeight * kernelWidth * inChannels, work: workOf(geometry) / groups };
  for (let group = 0; group < groups; group++) {
    run(
      'kernelGradient',
      share,
      images.at + group * inChannels * 4,
      dy + group * columns * 4,
      dw + group * columns * 4,
      batch,
      outHeight,
      outWidth,
      images.height * rowSize,
      geometry.strideY * rowSize,
      geometry.strideX * channels,
      geometry.dilationY * rowSize,
      taps.cols,
      geometry.dilationX * channels,
      taps.run,
      columns,
      filters,
      filters,
    );
  }
}
