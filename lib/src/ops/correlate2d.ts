import { arrayOf, Volume } from '../volume/volume';
import type { Conv2dGeometry } from './read-conv2d';

/**
 * The seven loops of a convolution: every place of the output is the sum of the products of the
 * weights with the pixels underneath. See `conv2d` for layouts.
 *
 * @param x images, of the geometry's batch, height, width and channels
 * @param w kernel `[kernelHeight, kernelWidth, channels / groups, filters]`
 * @param bias one number a filter
 * @returns the output, of the images' dtype
 */
export function correlate2d(
  x: Volume,
  w: Volume,
  bias: ArrayLike<number>,
  geometry: Conv2dGeometry,
): Volume {
  const { batch, height, width, channels, kernelHeight, kernelWidth, filters, groups } = geometry;
  const { outHeight, outWidth, strideY, strideX, dilationY, dilationX, top, left } = geometry;
  const channelsOfGroup = channels / groups;
  const filtersOfGroup = filters / groups;
  const output = Volume.zeros(geometry.outputShape, x.dtype);

  let place = 0; // in output.data: the loops below visit it from the first number to the last
  for (let item = 0; item < batch; item++) {
    for (let outRow = 0; outRow < outHeight; outRow++) {
      for (let outCol = 0; outCol < outWidth; outCol++) {
        for (let filter = 0; filter < filters; filter++) {
          const firstChannel = Math.floor(filter / filtersOfGroup) * channelsOfGroup;
          let sum = 0;
          for (let kernelRow = 0; kernelRow < kernelHeight; kernelRow++) {
            const row = outRow * strideY + kernelRow * dilationY - top;
            if (row < 0 || row >= height) continue; // a padded zero adds nothing
            for (let kernelCol = 0; kernelCol < kernelWidth; kernelCol++) {
              const col = outCol * strideX + kernelCol * dilationX - left;
              if (col < 0 || col >= width) continue;
              let pixel = ((item * height + row) * width + col) * channels + firstChannel;
              let weight =
                (kernelRow * kernelWidth + kernelCol) * channelsOfGroup * filters + filter;
              for (let channel = 0; channel < channelsOfGroup; channel++) {
                sum += x.data[pixel]! * w.data[weight]!;
                pixel += 1; // the next channel lies beside it,
                weight += filters; // the next channel's weight one bank of filters on
              }
            }
          }
          output.data[place++] = sum + bias[filter]!;
        }
      }
    }
  }
  return output;
}

/**
 * The same seven loops backward. Where the forward pass added `x * w` to an output, that output's
 * gradient goes to both factors, each times the other; what is used several times adds up.
 *
 * @param dy gradient of the output, of its shape
 * @returns gradients of x, of w and of the bias, summed in float64: of x's dtype, and of w's for both others
 */
export function correlate2dBackward(
  dy: Volume,
  x: Volume,
  w: Volume,
  geometry: Conv2dGeometry,
): { dInput: Volume; dKernel: Volume; dBias: Volume } {
  const { batch, height, width, channels, kernelHeight, kernelWidth, filters, groups } = geometry;
  const { outHeight, outWidth, strideY, strideX, dilationY, dilationX, top, left } = geometry;
  const channelsOfGroup = channels / groups;
  const filtersOfGroup = filters / groups;
  const dx = new Float64Array(x.size);
  const dw = new Float64Array(w.size);
  const db = new Float64Array(filters);

  let place = 0; // in dy.data
  for (let item = 0; item < batch; item++) {
    for (let outRow = 0; outRow < outHeight; outRow++) {
      for (let outCol = 0; outCol < outWidth; outCol++) {
        for (let filter = 0; filter < filters; filter++) {
          const firstChannel = Math.floor(filter / filtersOfGroup) * channelsOfGroup;
          const gradient = dy.data[place++]!;
          for (let kernelRow = 0; kernelRow < kernelHeight; kernelRow++) {
            const row = outRow * strideY + kernelRow * dilationY - top;
            if (row < 0 || row >= height) continue; // a padded zero learns nothing
            for (let kernelCol = 0; kernelCol < kernelWidth; kernelCol++) {
              const col = outCol * strideX + kernelCol * dilationX - left;
              if (col < 0 || col >= width) continue;
              let pixel = ((item * height + row) * width + col) * channels + firstChannel;
              let weight =
                (kernelRow * kernelWidth + kernelCol) * channelsOfGroup * filters + filter;
              for (let channel = 0; channel < channelsOfGroup; channel++) {
                dx[pixel]! += gradient * w.data[weight]!;
                dw[weight]! += gradient * x.data[pixel]!;
                pixel += 1;
                weight += filters;
              }
            }
          }
          db[filter]! += gradient;
        }
      }
    }
  }
  return {
    dInput: new Volume(x.shape, arrayOf(x.dtype, dx)),
    dKernel: new Volume(w.shape, arrayOf(w.dtype, dw)),
    dBias: new Volume([filters], arrayOf(w.dtype, db)),
  };
}
