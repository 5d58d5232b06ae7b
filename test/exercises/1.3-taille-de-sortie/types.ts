/** What the exercises of lesson 1.3 speak of. */

/** [height][width] */
export type Matrix = number[][];
/** Vertical first. */
export type Pair = [number, number];

/** As the notebook gives it to students. */
export interface ConvLayer {
  kind: 'conv';
  input: [number, number, number];
  filters: number;
  kernel: Pair;
  stride: Pair;
  padding: number;
  groups: number;
  bias: boolean;
}
export interface DenseLayer {
  kind: 'dense';
  input: number;
  units: number;
  bias: boolean;
}
export type Layer = ConvLayer | DenseLayer;
export interface Cost {
  params: number;
  macs: number;
  output: number[];
}

export type OutputSize = (n: number, f: number, stride?: number, padding?: number) => number;
export type PadSame = (x: Matrix, f: Pair, s: Pair) => Matrix;
export type LayerCost = (layer: Layer) => Cost;
