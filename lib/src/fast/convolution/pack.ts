import { run } from '../engine/engine';
import { workspace } from '../engine/scope';
import type { Taps } from './taps';

/** A matrix of weights: where (tap, column) lies, in numbers; the taps as [rows][cols][run]. */
export interface Weights {
  /** In bytes, as `bias`. */
  at: number;
  /** 0: none. */
  bias: number;
  taps: Taps;
  tapRowStep: number;
  tapColStep: number;
  runStep: number;
  columns: number;
  columnStep: number;
}

/** Lays weights in panels of 8 columns, as the products read them; returns where. */
export function pack(weights: Weights): number {
  const { taps, columns } = weights;
  const panels = Math.ceil(columns / 8);
  const size = panels * 8 * (taps.rows * taps.cols * taps.run + 1);
  const packed = workspace(size);
  run(
    'packPanels',
    { over: panels, work: size },
    weights.at,
    weights.bias,
    packed,
    columns,
    weights.columnStep,
    taps.rows,
    weights.tapRowStep,
    taps.cols,
    weights.tapColStep,
    taps.run,
    weights.runStep,
  );
  return packed;
}
