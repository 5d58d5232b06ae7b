import { paddedGradient } from './padded';
import { type Plan } from './plan';
import { multiply } from './product';

/**
 * Writes the gradient for the input to dx: the convolution of the output's gradient, its pixels
 * `stride` apart, by the kernel turned around, filters and channels changing places.
 */
export function inputGradient(plan: Plan, dy: number, w: number, dx: number): void {
  const { batch, height, width, channels, filters, groups, kernelHeight, kernelWidth } = plan;
  const gradient = paddedGradient(plan, dy);
  const columns = channels / groups;
  const groupFilters = filters / groups;
  const rowSize = gradient.width * filters;
  const tap = columns * filters; // numbers between neighbouring taps of the kernel
  const joined = plan.dilationX === 1 && groups === 1;
  for (let group = 0; group < groups; group++) {
    const taps = { rows: kernelHeight, cols: kernelWidth, run: groupFilters };
    const patches = {
      at: gradient.at + group * groupFilters * 4,
      taps: joined ? { rows: kernelHeight, cols: 1, run: kernelWidth * groupFilters } : taps,
      tapRowStep: plan.dilationY * rowSize,
      tapColStep: plan.dilationX * filters,
      batch,
      outHeight: height,
      outWidth: width,
      imageStep: gradient.height * rowSize,
      rowStep: rowSize,
      colStep: filters,
    };
    const lastTap = (kernelHeight * kernelWidth - 1) * tap;
    const weights = {
      at: w + (lastTap + group * groupFilters) * 4,
      bias: 0,
      taps,
      tapRowStep: -kernelWidth * tap,
      tapColStep: -tap,
      runStep: 1,
      columns,
      columnStep: filters,
    };
    multiply(patches, weights, dx + group * columns * 4, channels);
  }
}
