/** Lengths of the axes; null for the batch, which differs from run to run. */
export type Shape = readonly (number | null)[];

/** `resource`: what a variable is known by. */
export type DType = 'float32' | 'int32' | 'bool' | 'resource';

/** An edge of the graph: an array that some node will compute when the graph runs. */
export interface Value {
  /** Of the node, and behind a colon which of its outputs: `conv2d_1:0`. */
  readonly name: string;
  readonly shape: Shape;
  readonly dtype: DType;
}

/** The node a value comes from, without the number of the output. */
export function nodeOf(value: Value | string): string {
  const name = typeof value === 'string' ? value : value.name;
  return name.split(':')[0]!;
}

/** Product of the axes; those not known count 1. */
export function sizeOf(shape: Shape): number {
  return shape.reduce<number>((product, length) => product * (length ?? 1), 1);
}
