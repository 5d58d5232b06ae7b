import type { Conv2dGeometry } from '../../ops/read-conv2d';

/** A plain product of matrices, `[rows, inner]` by `[inner, columns]`, as a convolution of 1 x 1. */
export function productGeometry(rows: number, inner: number, columns: number): Conv2dGeometry {
  return {
    ...{ batch: 1, height: 1, width: rows, channels: inner },
    ...{ kernelHeight: 1, kernelWidth: 1, filters: columns, groups: 1 },
    ...{ strideY: 1, strideX: 1, dilationY: 1, dilationX: 1, top: 0, left: 0 },
    ...{ outHeight: 1, outWidth: rows, outputShape: [rows, columns] },
  };
}

/** Is it nothing but a product of the pixels, one by one, with the kernel? */
export function isProduct(geometry: Conv2dGeometry): boolean {
  const { kernelHeight, kernelWidth, strideY, strideX, top, left, groups } = geometry;
  const { height, width, outHeight, outWidth } = geometry;
  const plain = kernelHeight * kernelWidth * strideY * strideX * groups === 1;
  return plain && top === 0 && left === 0 && outHeight === height && outWidth === width;
}
