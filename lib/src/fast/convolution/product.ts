import { run, scratchFor } from '../engine/engine';
import { pack, type Weights } from './pack';
import type { Taps } from './taps';

/** Patches of images: steps from one to the next, and inside one, in numbers. */
export interface Patches {
  at: number;
  taps: Taps;
  tapRowStep: number;
  tapColStep: number;
  batch: number;
  outHeight: number;
  outWidth: number;
  imageStep: number;
  rowStep: number;
  colStep: number;
}

/** Gathering patches pays where runs are short, and panels of weights enough to go over them. */
const shortRun = 24;
const enoughPanels = 4;

/** Every patch times the weights: row p of the result lies `outStep` numbers after row p - 1. */
export function multiply(patches: Patches, weights: Weights, out: number, outStep: number): void {
  const { taps } = patches;
  const depth = taps.rows * taps.cols * taps.run;
  const pixels = patches.batch * patches.outHeight * patches.outWidth;
  const share = { over: pixels, work: 2 * pixels * depth * weights.columns };
  const packed = pack(weights);
  const rest = [
    patches.at,
    packed,
    out,
    patches.outHeight,
    patches.outWidth,
    patches.imageStep,
    patches.rowStep,
    patches.colStep,
    taps.rows,
    patches.tapRowStep,
    taps.cols,
    patches.tapColStep,
    taps.run,
    weights.columns,
    outStep,
  ] as const;
  if (taps.run <= shortRun && weights.columns > 8 * (enoughPanels - 1)) {
    const scratch = depth * 4;
    run('convolveGathered', { ...share, scratch }, scratchFor(scratch), ...rest);
  } else {
    run('convolve', share, ...rest);
  }
}
