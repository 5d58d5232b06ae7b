/** The shapes that the exercises of lesson 1.2 speak of. */

/** [length] */
export type Vector = number[];
/** [height][width] */
export type Matrix = number[][];
/** [height][width][channels] */
export type Image = number[][][];
/** [height][width][channels][filters] */
export type Filters = number[][][][];

export type Conv1d = (x: Vector, k: Vector, stride?: number, padding?: number) => Vector;
export type Conv2d = (x: Matrix, k: Matrix, stride?: [number, number], padding?: number) => Matrix;
export type FilterBank = (x: Image, w: Filters, b: Vector) => Image;
