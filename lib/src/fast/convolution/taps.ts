import type { Conv2dGeometry } from '../../ops/read-conv2d';

/** A patch as runs of numbers that lie side by side: [rows][cols][run]. */
export interface Taps {
  rows: number;
  cols: number;
  run: number;
}

/** The taps of one group. Without dilation or groups, a row of the patch is one run. */
export function tapsOf(geometry: Conv2dGeometry): Taps {
  const { kernelHeight: rows, kernelWidth: cols, channels, groups, dilationX } = geometry;
  if (dilationX === 1 && groups === 1) return { rows, cols: 1, run: cols * channels };
  return { rows, cols, run: channels / groups };
}

/** Floating-point operations of the whole convolution. */
export function workOf(geometry: Conv2dGeometry): number {
  const { batch, outHeight, outWidth, kernelHeight, kernelWidth, channels, filters, groups } =
    geometry;
  const taps = (kernelHeight * kernelWidth * channels) / groups;
  return 2 * batch * outHeight * outWidth * taps * filters;
}
