export type Vector = number[];
/** [neurons][inputs] */
export type Matrix = number[][];
/** [height][width][channels] */
export type Block = number[][][];

export type Flatten = (v: Block) => Vector;
export type Dense = (x: Vector, w: Matrix, b: Vector) => Vector;
