/* eslint-disable @typescript-eslint/no-unnecessary-type-parameters -- as tfjs: T says which rank comes out */
/**
 * tfjs's tensors and operations, as far as the lessons use them. Reading tfjs's own declarations
 * costs a notebook more than a second (8 MB of them); these few lines cost nothing one notices, and
 * a test holds them to the real ones. A method that a lesson needs and that is missing here is one
 * line more: copy its signature from tfjs's documentation.
 */

/** Numbers as tfjs takes them: a number, arrays in arrays, or a typed array. */
export type TensorLike =
  | number
  | boolean
  | readonly number[]
  | readonly (readonly number[])[]
  | readonly (readonly (readonly number[])[])[]
  | readonly (readonly (readonly (readonly number[])[])[])[]
  | Float32Array
  | Int32Array
  | Uint8Array;

export type TensorValues = Float32Array | Int32Array | Uint8Array;
export type TensorType = 'float32' | 'int32' | 'bool';

/** Nested arrays of any rank, a number for a scalar. */
export type NestedNumbers =
  | number
  | number[]
  | number[][]
  | number[][][]
  | number[][][][]
  | number[][][][][]
  | number[][][][][][];

/** An array of numbers in tfjs's own memory: `dispose` it, or compute inside `tidy`. */
export interface Tensor {
  readonly shape: number[];
  readonly size: number;
  readonly dtype: string;
  readonly rank: number;
  readonly isDisposed: boolean;

  array(): Promise<NestedNumbers>;
  arraySync(): NestedNumbers;
  data(): Promise<TensorValues>;
  dataSync(): TensorValues;
  print(): void;
  toString(): string;
  dispose(): void;

  as1D(): Tensor1D;
  as2D(rows: number, columns: number): Tensor2D;
  as3D(height: number, width: number, channels: number): Tensor3D;
  as4D(batch: number, height: number, width: number, channels: number): Tensor4D;
  reshape<T extends Tensor = Tensor>(shape: number[]): T;
  expandDims<T extends Tensor = Tensor>(axis?: number): T;
  squeeze<T extends Tensor = Tensor>(axes?: number[]): T;
  transpose<T extends Tensor = Tensor>(axes?: number[]): T;
  slice<T extends Tensor = Tensor>(begin: number | number[], size?: number | number[]): T;
  gather<T extends Tensor = Tensor>(indices: Tensor | TensorLike, axis?: number): T;
  pad<T extends Tensor = Tensor>(paddings: [number, number][], value?: number): T;
  toFloat<T extends Tensor = Tensor>(): T;
  toInt<T extends Tensor = Tensor>(): T;

  add<T extends Tensor = Tensor>(other: Tensor | TensorLike): T;
  sub<T extends Tensor = Tensor>(other: Tensor | TensorLike): T;
  mul<T extends Tensor = Tensor>(other: Tensor | TensorLike): T;
  div<T extends Tensor = Tensor>(other: Tensor | TensorLike): T;
  pow<T extends Tensor = Tensor>(exponent: Tensor | TensorLike): T;
  square<T extends Tensor = Tensor>(): T;
  sqrt<T extends Tensor = Tensor>(): T;
  exp<T extends Tensor = Tensor>(): T;
  log<T extends Tensor = Tensor>(): T;
  abs<T extends Tensor = Tensor>(): T;
  neg<T extends Tensor = Tensor>(): T;
  equal<T extends Tensor = Tensor>(other: Tensor | TensorLike): T;
  relu<T extends Tensor = Tensor>(): T;
  sigmoid<T extends Tensor = Tensor>(): T;
  tanh<T extends Tensor = Tensor>(): T;
  sum<T extends Tensor = Tensor>(axis?: number | number[], keepDims?: boolean): T;
  mean<T extends Tensor = Tensor>(axis?: number | number[], keepDims?: boolean): T;
  max<T extends Tensor = Tensor>(axis?: number | number[], keepDims?: boolean): T;
  min<T extends Tensor = Tensor>(axis?: number | number[], keepDims?: boolean): T;
  argMax<T extends Tensor = Tensor>(axis?: number): T;
}

/** A single number. */
export interface Scalar extends Tensor {
  array(): Promise<number>;
  arraySync(): number;
}

/** `[length]` */
export interface Tensor1D extends Tensor {
  readonly shape: [number];
  array(): Promise<number[]>;
  arraySync(): number[];
}

/** `[rows, columns]` */
export interface Tensor2D extends Tensor {
  readonly shape: [number, number];
  array(): Promise<number[][]>;
  arraySync(): number[][];
}

/** `[height, width, channels]` */
export interface Tensor3D extends Tensor {
  readonly shape: [number, number, number];
  array(): Promise<number[][][]>;
  arraySync(): number[][][];
}

/** `[batch, height, width, channels]`, or filters `[height, width, inChannels, outChannels]` */
export interface Tensor4D extends Tensor {
  readonly shape: [number, number, number, number];
  array(): Promise<number[][][][]>;
  arraySync(): number[][][][];
}

/** A tensor whose numbers change: what training learns. */
export interface Variable extends Tensor {
  readonly name: string;
  trainable: boolean;
  assign(value: Tensor): void;
}

/** What `tf.memory()` tells; tensors that only grow are a leak. */
export interface MemoryInfo {
  numTensors: number;
  numBytes: number;
}

type Strides = number | [number, number];
type Pad = 'valid' | 'same' | number;

/** Makes tensors. */
export interface TensorMakers {
  scalar(value: number): Scalar;
  tensor(values: TensorLike, shape?: number[], dtype?: TensorType): Tensor;
  tensor1d(values: TensorLike, dtype?: TensorType): Tensor1D;
  tensor2d(values: TensorLike, shape?: [number, number], dtype?: TensorType): Tensor2D;
  tensor3d(values: TensorLike, shape?: [number, number, number], dtype?: TensorType): Tensor3D;
  tensor4d(
    values: TensorLike,
    shape?: [number, number, number, number],
    dtype?: TensorType,
  ): Tensor4D;
  zeros(shape: number[]): Tensor;
  ones(shape: number[]): Tensor;
  fill(shape: number[], value: number): Tensor;
  range(start: number, stop: number, step?: number): Tensor1D;
  oneHot(indices: Tensor | TensorLike, depth: number): Tensor;
  randomNormal(
    shape: number[],
    mean?: number,
    stdDev?: number,
    dtype?: 'float32' | 'int32',
    seed?: number,
  ): Tensor;
  randomUniform(
    shape: number[],
    min?: number,
    max?: number,
    dtype?: TensorType,
    seed?: number | string,
  ): Tensor;
  variable(initial: Tensor, trainable?: boolean, name?: string): Variable;
}

/** Computes with tensors. */
export interface Operations {
  conv1d<T extends Tensor2D | Tensor3D>(
    input: T | TensorLike,
    filters: Tensor3D | TensorLike,
    stride: number,
    pad: Pad,
  ): T;
  conv2d<T extends Tensor3D | Tensor4D>(
    input: T | TensorLike,
    filters: Tensor4D | TensorLike,
    strides: Strides,
    pad: Pad,
  ): T;
  depthwiseConv2d<T extends Tensor3D | Tensor4D>(
    input: T | TensorLike,
    filters: Tensor4D | TensorLike,
    strides: Strides,
    pad: Pad,
  ): T;
  maxPool<T extends Tensor3D | Tensor4D>(
    input: T | TensorLike,
    filterSize: Strides,
    strides: Strides,
    pad: Pad,
  ): T;
  avgPool<T extends Tensor3D | Tensor4D>(
    input: T | TensorLike,
    filterSize: Strides,
    strides: Strides,
    pad: Pad,
  ): T;
  add<T extends Tensor = Tensor>(a: Tensor | TensorLike, b: Tensor | TensorLike): T;
  sub<T extends Tensor = Tensor>(a: Tensor | TensorLike, b: Tensor | TensorLike): T;
  mul<T extends Tensor = Tensor>(a: Tensor | TensorLike, b: Tensor | TensorLike): T;
  div<T extends Tensor = Tensor>(a: Tensor | TensorLike, b: Tensor | TensorLike): T;
  matMul<T extends Tensor = Tensor>(a: Tensor | TensorLike, b: Tensor | TensorLike): T;
  relu<T extends Tensor>(x: T | TensorLike): T;
  /** `alpha`: the slope below 0. */
  leakyRelu<T extends Tensor>(x: T | TensorLike, alpha?: number): T;
  elu<T extends Tensor>(x: T | TensorLike): T;
  sigmoid<T extends Tensor>(x: T | TensorLike): T;
  tanh<T extends Tensor>(x: T | TensorLike): T;
  softmax<T extends Tensor>(logits: T | TensorLike): T;
  stack(tensors: (Tensor | TensorLike)[], axis?: number): Tensor;
  concat(tensors: (Tensor | TensorLike)[], axis?: number): Tensor;
}

/** What may leave `tidy`, and what `dispose` takes: tensors, alone or together. */
export type Tidied =
  // eslint-disable-next-line @typescript-eslint/no-invalid-void-type -- as tfjs: nothing may leave
  void | number | string | boolean | TensorValues | Tensor | Tidied[] | { [name: string]: Tidied };

/** Watches over memory and engine. */
export interface Engine {
  tidy<T extends Tidied>(compute: () => T): T;
  keep<T extends Tensor>(result: T): T;
  dispose(container: Tidied): void;
  memory(): MemoryInfo;
  getBackend(): string;
  setBackend(name: string): Promise<boolean>;
  ready(): Promise<void>;
}
