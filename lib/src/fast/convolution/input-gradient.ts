import type { Conv2dGeometry } from '../../ops/read-conv2d';
import { run, scratchFor, threadsWanted } from '../engine/engine';
import { depthwiseInputGradient, isDepthwise } from './depthwise';
import { pack, type Weights } from './pack';
import { multiply } from './product';
import { isProduct } from './product-geometry';
import { tapsOf, workOf } from './taps';

/** Output pixels whose patches the kernel makes at once. */
const blockPixels = 32;

/**
 * Writes the gradient for the input to dx: each output pixel's gradients times the weights, added to
 * the patch it was made of. Offsets in bytes.
 */
export function inputGradient(geometry: Conv2dGeometry, dy: number, w: number, dx: number): void {
  if (isProduct(geometry)) {
    productGradient(geometry, dy, w, dx);
    return;
  }
  if (isDepthwise(geometry)) {
    depthwiseInputGradient(geometry, dy, w, dx);
    return;
  }
  const { batch, height, width, channels, filters, groups, kernelHeight, kernelWidth } = geometry;
  const inChannels = channels / groups;
  const depth = filters / groups;
  const taps = tapsOf(geometry);
  const columns = kernelHeight * kernelWidth * inChannels;
  const bandRows = Math.ceil(height / bandsOf(batch));
  const over = batch * Math.ceil(height / bandRows);
  const scratch = blockPixels * Math.ceil(columns / 8) * 8;
  for (let group = 0; group < groups; group++) {
    const packed = pack(turned(w + group * depth * 4, depth, columns, filters));
    run(
      'inputGradient',
      { over, work: workOf(geometry) / groups, scratch },
      scratchFor(scratch),
      dy + group * depth * 4,
      packed,
      dx + group * inChannels * 4,
      height,
      width,
      channels,
      bandRows,
      geometry.outHeight,
      geometry.outWidth,
      filters,
      depth,
      kernelHeight,
      geometry.strideY,
      geometry.dilationY,
      geometry.top,
      geometry.strideX * channels,
      taps.cols,
      geometry.dilationX * channels,
      taps.run,
      geometry.left * channels,
      inChannels,
    );
  }
}

/** Nothing to add up: each pixel's gradient is the product alone. */
function productGradient(geometry: Conv2dGeometry, dy: number, w: number, dx: number): void {
  const { batch, outHeight, outWidth, channels, filters } = geometry;
  const pixels = batch * outHeight * outWidth;
  const rows = {
    at: dy,
    taps: { rows: 1, cols: 1, run: filters },
    tapRowStep: 0,
    tapColStep: 0,
    batch: 1,
    outHeight: 1,
    outWidth: pixels,
    imageStep: 0,
    rowStep: 0,
    colStep: filters,
  };
  multiply(rows, turned(w, filters, channels, filters), dx, channels);
}

/** The weights with filters and taps changing places: a column for each tap. */
function turned(at: number, depth: number, columns: number, filters: number): Weights {
  const taps = { rows: 1, cols: 1, run: depth };
  const steps = { tapRowStep: 0, tapColStep: 0, runStep: 1, columnStep: filters };
  return { at, bias: 0, taps, columns, ...steps };
}

/**
 * How many bands to cut an image into, so that threads have pieces to share. At a band's edge the
 * output rows that reach into both are computed twice: no more bands than that.
 */
function bandsOf(batch: number): number {
  const threads = threadsWanted();
  return threads === 1 ? 1 : Math.max(1, Math.ceil((2 * threads) / batch));
}
