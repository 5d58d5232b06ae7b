import { impossible, valueText } from '../errors';

/** `float64` is JavaScript's own number; `float32` is what tfjs and a graphics card compute with. */
export type DType = 'float32' | 'float64';

/**
 * Numbers as the typed array of a dtype; for a count, as many zeros.
 *
 * @throws RangeError when there is no such dtype
 */
export function arrayOf(
  dtype: DType,
  values: ArrayLike<number> | number,
): Float32Array | Float64Array {
  const Numbers = { float32: Float32Array, float64: Float64Array }[dtype] as
    typeof Float32Array | typeof Float64Array | undefined;
  if (Numbers === undefined) {
    throw new RangeError(
      impossible(
        'créer un Volume',
        `le type de nombre (dtype) est ${valueText(dtype)} mais il y a 'float32' et 'float64'`,
        "donnez 'float32' pour calculer comme tfjs, 'float64' pour garder toutes les décimales",
      ),
    );
  }
  return typeof values === 'number' ? new Numbers(values) : Numbers.from(values);
}

/** @throws TypeError when it is not a typed array that a Volume can wrap */
export function checkNumbers(data: unknown): void {
  if (data instanceof Float32Array || data instanceof Float64Array) return;
  throw new TypeError(
    impossible(
      'créer un Volume',
      `les nombres sont ${valueText(data)} mais il faut un Float32Array ou un Float64Array`,
      'donnez Float64Array.of(1, 2, 3) par exemple, ou écrivez Volume.from([[1, 2], [3, 4]])',
    ),
  );
}
