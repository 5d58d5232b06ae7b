import { inspect } from 'node:util';

import { jupyterDisplay, type MimeBundle } from '../display';
import { impossible, shapeCode, valueText } from '../errors';
import { arrayOf, checkNumbers, type DType } from './dtype';
import { flatten, nest, type NestedArray } from './nested';
import { sizeOf } from './size-of';
import { volumeText } from './text';
import type { VolumeOf } from './volume-of';

export { arrayOf, type DType } from './dtype';

/**
 * Tells volumes of known shape from others, for the compiler alone: nothing has such a method. Parameters
 * of methods are compared both ways, so that `'known' | 'unknown'` goes for either, but neither for
 * the other.
 *
 * @internal
 */
export declare const shapeIs: unique symbol;

/**
 * An array of numbers with a shape: an image, a filter, a feature map, a batch of them.
 *
 * This class says nothing of the shape to the compiler: it is what the library itself works with.
 * `rank-1.ts` to `rank-4.ts` narrow it to shapes that are known, and `shaped.ts` gives all of them the
 * one name that notebooks import.
 *
 * Layouts, as in tfjs: an image is `[height, width]` or `[height, width, channels]`, a batch
 * `[batch, height, width, channels]`, a bank of filters `[height, width, inChannels, outChannels]`.
 *
 * @example
 * ```ts
 * const volume = Volume.from([[1, 2, 3], [4, 5, 6]]);
 * volume.shape; // => [2, 3]
 * volume.at(1, 2); // => 6
 * volume.toNested(2); // => [[1, 2, 3], [4, 5, 6]]
 * ```
 */
export class Volume {
  /** Length of each axis; the last axis moves fastest in `data`. */
  readonly shape: readonly number[];
  /** The numbers, row-major. Writing into it changes the volume. */
  readonly data: Float32Array | Float64Array;

  /**
   * Wraps numbers that already lie in one row; nothing is copied.
   *
   * @param shape at least one axis, each a whole number of at least 1
   * @param data as many numbers as the shape holds, last axis fastest
   * @throws TypeError when `data` is no such array
   * @throws RangeError when the shape is not one, or holds another count of numbers than `data`
   */
  constructor(shape: readonly number[], data: Float32Array | Float64Array) {
    const size = sizeOf(shape);
    checkNumbers(data);
    if (data.length !== size) {
      throw new RangeError(
        impossible(
          'créer un Volume',
          `la forme ${shapeCode(shape)} demande ${size} nombres mais il y en a ${data.length}`,
          'donnez une forme dont le produit est le nombre de valeurs',
        ),
      );
    }
    this.shape = Object.freeze([...shape]);
    this.data = data;
  }

  /**
   * Copies nested arrays into a volume.
   *
   * @param nested arrays in arrays of numbers, all rows of one level equally long
   * @param dtype `'float64'` keeps every digit; `'float32'` is what tfjs works in
   * @throws TypeError or RangeError when the arrays are ragged, empty, or hold something else
   */
  static from(nested: NestedArray, dtype: DType = 'float64'): Volume {
    const { shape, values } = flatten(nested);
    return new Volume(shape, arrayOf(dtype, values));
  }

  /** A volume of zeros, whose type knows what of the shape is written out. */
  static zeros<const S extends readonly number[]>(
    shape: readonly [...S],
    dtype: DType = 'float64',
  ): VolumeOf<S> {
    return new Volume(shape, arrayOf(dtype, sizeOf(shape))) as unknown as VolumeOf<S>;
  }

  /** @internal */
  [shapeIs]?(what: 'known' | 'unknown'): void;

  /** Number of axes. */
  get rank(): number {
    return this.shape.length;
  }

  /** How many numbers it holds. */
  get size(): number {
    return this.data.length;
  }

  get dtype(): DType {
    return this.data instanceof Float32Array ? 'float32' : 'float64';
  }

  /**
   * One number: `image.at(row, column)`, `image.at(row, column, channel)` …
   *
   * @param index one whole number an axis, from 0 to the axis' length less one
   * @throws RangeError when there are too many or too few of them, or one lies outside
   */
  at(...index: number[]): number {
    const outside = index.some((i, axis) => !Number.isInteger(i) || i < 0 || i >= this.axis(axis));
    if (index.length !== this.rank || outside) {
      throw new RangeError(
        impossible(
          'lire un élément du Volume',
          `l'indice est ${shapeCode(index)} mais la forme est ${shapeCode(this.shape)}`,
          `donnez ${this.rank} indice${this.rank > 1 ? 's' : ''}, chacun de 0 à la longueur de son axe moins 1`,
        ),
      );
    }
    let offset = 0;
    for (const [axis, i] of index.entries()) offset = offset * this.axis(axis) + i;
    return this.data[offset] as number;
  }

  /**
   * The same numbers under another shape. Nothing is copied: both volumes share their data.
   *
   * @throws RangeError when the new shape holds another count of numbers
   */
  reshape<const S extends readonly number[]>(shape: readonly [...S]): VolumeOf<S> {
    return new Volume(shape, this.data) as unknown as VolumeOf<S>;
  }

  /**
   * Copies the numbers into arrays in arrays. With a rank, the result has its exact type, and the
   * volume must have that rank.
   *
   * @throws RangeError when the volume has another rank than the one asked for
   */
  toNested(rank: 1): number[];
  toNested(rank: 2): number[][];
  toNested(rank: 3): number[][][];
  toNested(rank: 4): number[][][][];
  toNested(rank?: number): NestedArray;
  toNested(rank: number = this.rank): NestedArray {
    if (rank !== this.rank) {
      throw new RangeError(
        impossible(
          `donner le Volume en tableaux imbriqués de rang ${valueText(rank)}`,
          `sa forme est ${shapeCode(this.shape)}, de rang ${this.rank}`,
          `demandez toNested(${this.rank}), ou changez la forme avec reshape`,
        ),
      );
    }
    return nest(this.shape, this.data) as NestedArray;
  }

  /**
   * Same shape, and no number further from its counterpart than `tolerance`. NaN equals nothing.
   *
   * @param tolerance largest absolute difference allowed; 0 asks for the very same numbers
   */
  equals(other: Volume | NestedArray, tolerance = 0): boolean {
    const that = other instanceof Volume ? other : Volume.from(other);
    if (that.rank !== this.rank) return false;
    if (this.shape.some((length, axis) => length !== that.shape[axis])) return false;
    for (let i = 0; i < this.data.length; i++) {
      const a = this.data[i] as number;
      const b = that.data[i] as number;
      if (!(a === b || Math.abs(a - b) <= tolerance)) return false;
    }
    return true;
  }

  /** What a notebook shows. */
  [jupyterDisplay](): MimeBundle {
    return { 'text/plain': volumeText(this) };
  }

  /** What `console.log` shows. */
  [inspect.custom](): string {
    return volumeText(this);
  }

  private axis(axis: number): number {
    return this.shape[axis] ?? 0;
  }
}
