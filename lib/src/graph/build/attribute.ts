import type { DType, Shape } from './value';

/** What a node is told beside its inputs, by kind as in TensorFlow's `AttrValue`. */
export type Attribute =
  | { type: DType }
  | { int: number }
  | { ints: readonly number[] }
  | { real: number }
  | { flag: boolean }
  | { text: string }
  | { shape: Shape }
  | { tensor: Constant };

/** An array written into the graph itself. */
export interface Constant {
  dtype: 'float32' | 'int32';
  shape: readonly number[];
  /** Row-major. One value for many fills the array. */
  values: readonly number[];
}

export type Attributes = Record<string, Attribute>;
