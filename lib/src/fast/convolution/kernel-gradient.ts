import { run } from '../engine/engine';
import { paddedInput } from './padded';
import { tapsOf, workOf, type Plan } from './plan';

/** Writes the gradient for the kernel to dw: for each tap, the sum over all pixels it met. */
export function kernelGradient(plan: Plan, dy: number, x: number, dw: number): void {
  const { batch, kernelHeight, kernelWidth, channels, filters, groups, outHeight, outWidth } = plan;
  const images = paddedInput(plan, x);
  const inChannels = channels / groups;
  const columns = filters / groups;
  const taps = tapsOf(kernelHeight, kernelWidth, inChannels, plan);
  const rowSize = images.width * channels;
  const share = { over: kernelHeight * kernelWidth * inChannels, work: workOf(plan) / groups };
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
      plan.strideY * rowSize,
      plan.strideX * channels,
      plan.dilationY * rowSize,
      taps.cols,
      plan.dilationX * channels,
      taps.run,
      columns,
      filters,
      filters,
    );
  }
}
