import type { Array1D, Array2D, Array3D, Array4D } from '../volume/nested';

/** A shape as a type: literals where it is known, `number` where an axis is not. */
export type Shape = readonly number[];

/**
 * A Volume whose shape is known, in part at least: its rank. Nothing else has such a type. Signatures
 * ask for it before all else, so that the compiler does not follow what arithmetic makes of any shape:
 * it is what keeps the cells cheap that know none.
 */
export interface KnownShape {
  readonly shape: readonly [number, ...number[]];
}

/** The shape of an argument: a Volume's; of nested arrays only the rank is known. */
export type ShapeOf<T> = T extends { readonly shape: infer S extends Shape }
  ? S
  : T extends Array1D
    ? readonly [number]
    : T extends Array2D
      ? readonly [number, number]
      : T extends Array3D
        ? readonly [number, number, number]
        : T extends Array4D
          ? readonly [number, number, number, number]
          : Shape;

/**
 * The type of an argument that must go together with others: T where they do, else the text of the
 * error, which nothing is assignable to, so that the compiler shows it.
 *
 * `infer` keeps the compiler from inferring T through `Out`: it would follow that to no end.
 *
 * @typeParam Out shape of the output, or the text of the error
 */
export type Fits<Out, T> = Out extends infer Refusal extends string ? Refusal : T;

/** A shape that was worked out; any shape after an error, so that the rest of a cell makes sense. */
export type Known<Out> = Out extends Shape ? Out : Shape;
