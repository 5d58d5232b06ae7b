/** The shapes that the exercises of lesson 1.7 speak of. */

/** [length] */
export type Vector = number[];
/** [height][width], or [example][value] */
export type Matrix = number[][];
/** [height][width][channels] */
export type Image = number[][][];
/** [height][width][channels][filters] */
export type Filters = number[][][][];

/** An alias and no interface, as the next: tf.tidy gives back only what has an index signature. */
export type DenseGradients = { dx: Matrix; dw: Matrix; db: Vector };
export type ConvGradients = { dx: Image; dw: Filters; db: Vector };

export type DenseBackward = (dy: Matrix, x: Matrix, w: Matrix) => DenseGradients;
export type MaxPoolBackward = (dy: Matrix, x: Matrix, size: number, stride: number) => Matrix;
export type Conv2dBackward = (
  dy: Image,
  x: Image,
  w: Filters,
  stride?: [number, number],
  padding?: number,
) => ConvGradients;
