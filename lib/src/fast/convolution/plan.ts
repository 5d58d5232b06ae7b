/**
 * A convolution in numbers: what the kernels need to know. Layouts: images
 * `[batch, height, width, channels]`, kernel `[kernelHeight, kernelWidth, channels / groups, filters]`.
 */
export interface Plan {
  batch: number;
  height: number;
  width: number;
  channels: number;
  kernelHeight: number;
  kernelWidth: number;
  filters: number;
  groups: number;
  strideY: number;
  strideX: number;
  dilationY: number;
  dilationX: number;
  /** Zeros above the first row, and before the first column. */
  top: number;
  left: number;
  outHeight: number;
  outWidth: number;
}

/** Multiply-adds of the whole convolution, each two operations. */
export function workOf(plan: Plan): number {
  const { batch, outHeight, outWidth, kernelHeight, kernelWidth, channels, filters, groups } = plan;
  return (
    (2 * batch * outHeight * outWidth * kernelHeight * kernelWidth * channels * filters) / groups
  );
}

/** A plain product of matrices, `[rows, inner]` by `[inner, columns]`, as a convolution of 1 x 1. */
export function productPlan(rows: number, inner: number, columns: number): Plan {
  return {
    batch: 1,
    height: 1,
    width: rows,
    channels: inner,
    kernelHeight: 1,
    kernelWidth: 1,
    filters: columns,
    groups: 1,
    strideY: 1,
    strideX: 1,
    dilationY: 1,
    dilationX: 1,
    top: 0,
    left: 0,
    outHeight: 1,
    outWidth: rows,
  };
}

/** A patch as runs of numbers that lie side by side: [tapRows][tapCols][run]. */
export interface Taps {
  rows: number;
  cols: number;
  run: number;
}

/** Taps of one group. Without dilation or groups, a row of the patch is one run. */
export function tapsOf(
  rows: number,
  cols: number,
  channels: number,
  { dilationX, groups }: Plan,
): Taps {
  if (dilationX === 1 && groups === 1) return { rows, cols: 1, run: cols * channels };
  return { rows, cols, run: channels };
}
