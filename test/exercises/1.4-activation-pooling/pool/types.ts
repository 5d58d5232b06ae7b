/** [height][width] */
export type Matrix = number[][];
export type Mode = 'max' | 'average' | 'sum';
export type Padding = 'valid' | 'same';
export type Pool = (
  x: Matrix,
  size: number,
  stride: number,
  mode: Mode,
  padding?: Padding,
) => Matrix;
