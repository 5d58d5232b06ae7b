import type { Conv2dGeometry } from '../../ops/read-conv2d';
import { depthwiseForward, isDepthwise } from './depthwise';
import { paddedInput } from './padded';
import { multiply } from './product';
import { tapsOf } from './taps';

/** Writes the convolution of x (images) by w (kernel) to y. Offsets in bytes; `bias` 0: none. */
export function forward(
  geometry: Conv2dGeometry,
  x: number,
  w: number,
  bias: number,
  y: number,
): void {
  if (isDepthwise(geometry)) {
    depthwiseForward(geometry, x, w, bias, y);
    return;
  }
  const { batch, kernelWidth, channels, filters, groups, outHeight, outWidth } = geometry;
  const images = paddedInput(geometry, x);
  const inChannels = channels / groups;
  const columns = filters / groups;
  const taps = tapsOf(geometry);
  const rowSize = images.width * channels;
  for (let group = 0; group < groups; group++) {
    const patches = {
      at: images.at + group * inChannels * 4,
      taps,
      tapRowStep: geometry.dilationY * rowSize,
      tapColStep: geometry.dilationX * channels,
      batch,
      outHeight,
      outWidth,
      imageStep: images.height * rowSize,
      rowStep: geometry.strideY * rowSize,
      colStep: geometry.strideX * channels,
    };
    const weights = {
      at: w + group * columns * 4,
      bias: bias === 0 ? 0 : bias + group * columns * 4,
      taps,
      tapRowStep: kernelWidth * inChannels * filters,
      tapColStep: inChannels * filters,
      runStep: filters,
      columns,
      columnStep: 1,
    };
    multiply(patches, weights, y + group * columns * 4, filters);
  }
}
