import { paddedInput } from './padded';
import { tapsOf, type Plan } from './plan';
import { multiply } from './product';

/** Writes the convolution of x (images) by w (kernel) to y. Offsets in bytes; `bias` 0: none. */
export function forward(plan: Plan, x: number, w: number, bias: number, y: number): void {
  const { batch, kernelHeight, kernelWidth, channels, filters, groups, outHeight, outWidth } = plan;
  const images = paddedInput(plan, x);
  const inChannels = channels / groups;
  const columns = filters / groups;
  const taps = tapsOf(kernelHeight, kernelWidth, inChannels, plan);
  const rowSize = images.width * channels;
  for (let group = 0; group < groups; group++) {
    const patches = {
      at: images.at + group * inChannels * 4,
      taps,
      tapRowStep: plan.dilationY * rowSize,
      tapColStep: plan.dilationX * channels,
      batch,
      outHeight,
      outWidth,
      imageStep: images.height * rowSize,
      rowStep: plan.strideY * rowSize,
      colStep: plan.strideX * channels,
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
