/** `float64` is JavaScript's own number; `float32` is what tfjs and a graphics card compute with. */
export type DType = 'float32' | 'float64';

/** Numbers as the typed array of a dtype. */
export function arrayOf(dtype: DType, values: ArrayLike<number>): Float32Array | Float64Array {
  return dtype === 'float32' ? Float32Array.from(values) : Float64Array.from(values);
}
