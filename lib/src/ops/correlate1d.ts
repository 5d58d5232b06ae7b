import { arrayOf, Volume } from '../volume/volume';
import type { Conv1dGeometry } from './read-conv1d';

/**
 * The five loops of a convolution of signals: every place of the output is the sum of the products
 * of the weights with the samples underneath. See `conv1d` for layouts.
 *
 * @param x signals, of the geometry's batch, length and channels
 * @param w kernel `[kernelLength, channels / groups, filters]`
 * @param bias one number a filter
 * @returns the output, of the signals' dtype
 */
export function correlate1d(
  x: Volume,
  w: Volume,
  bias: ArrayLike<number>,
  geometry: Conv1dGeometry,
): Volume {
  const { batch, length, channels, kernelLength, filters, groups } = geometry;
  const { outLength, stride, dilation, left } = geometry;
  const channelsOfGroup = channels / groups;
  const filtersOfGroup = filters / groups;
  const output = Volume.zeros(geometry.outputShape, x.dtype);

  let place = 0; // in output.data: the loops below visit it from the first number to the last
  for (let item = 0; item < batch; item++) {
    for (let outPlace = 0; outPlace < outLength; outPlace++) {
      for (let filter = 0; filter < filters; filter++) {
        const firstChannel = Math.floor(filter / filtersOfGroup) * channelsOfGroup;
        let sum = 0;
        for (let kernelPlace = 0; kernelPlace < kernelLength; kernelPlace++) {
          const inPlace = outPlace * stride + kernelPlace * dilation - left;
          if (inPlace < 0 || inPlace >= length) continue; // a padded zero adds nothing
          let sample = (item * length + inPlace) * channels + firstChannel;
          let weight = kernelPlace * channelsOfGroup * filters + filter;
          for (let channel = 0; channel < channelsOfGroup; channel++) {
            sum += x.data[sample]! * w.data[weight]!;
            sample += 1; // the next channel lies beside it,
            weight += filters; // the next channel's weight one bank of filters on
          }
        }
        output.data[place++] = sum + bias[filter]!;
      }
    }
  }
  return output;
}

/**
 * The same five loops backward. Where the forward pass added `x * w` to an output, that output's
 * gradient goes to both factors, each times the other; what is used several times adds up.
 *
 * @param dy gradient of the output, of its shape
 * @returns gradients of x, of w and of the bias, summed in float64: of x's dtype, and of w's for both others
 */
export function correlate1dBackward(
  dy: Volume,
  x: Volume,
  w: Volume,
  geometry: Conv1dGeometry,
): { dInput: Volume; dKernel: Volume; dBias: Volume } {
  const { batch, length, channels, kernelLength, filters, groups } = geometry;
  const { outLength, stride, dilation, left } = geometry;
  const channelsOfGroup = channels / groups;
  const filtersOfGroup = filters / groups;
  const dx = new Float64Array(x.size);
  const dw = new Float64Array(w.size);
  const db = new Float64Array(filters);

  let place = 0; // in dy.data
  for (let item = 0; item < batch; item++) {
    for (let outPlace = 0; outPlace < outLength; outPlace++) {
      for (let filter = 0; filter < filters; filter++) {
        const firstChannel = Math.floor(filter / filtersOfGroup) * channelsOfGroup;
        const gradient = dy.data[place++]!;
        for (let kernelPlace = 0; kernelPlace < kernelLength; kernelPlace++) {
          const inPlace = outPlace * stride + kernelPlace * dilation - left;
          if (inPlace < 0 || inPlace >= length) continue; // a padded zero learns nothing
          let sample = (item * length + inPlace) * channels + firstChannel;
          let weight = kernelPlace * channelsOfGroup * filters + filter;
          for (let channel = 0; channel < channelsOfGroup; channel++) {
            dx[sample]! += gradient * w.data[weight]!;
            dw[weight]! += gradient * x.data[sample]!;
            sample += 1;
            weight += filters;
          }
        }
        db[filter]! += gradient;
      }
    }
  }
  return {
    dInput: new Volume(x.shape, arrayOf(x.dtype, dx)),
    dKernel: new Volume(w.shape, arrayOf(w.dtype, dw)),
    dBias: new Volume([filters], arrayOf(w.dtype, db)),
  };
}
