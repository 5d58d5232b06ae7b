/** The shapes that the exercises of lesson 1.1 speak of. */

/** Four numbers a pixel, row by row: red, green, blue, alpha. */
export type Pixels = Uint8Array | number[];
/** [height][width] */
export type Matrix = number[][];

export type GrayByMean = (pixels: Pixels, width: number, height: number) => Matrix;
export type Binarize = (m: Matrix, threshold: number) => Matrix;
