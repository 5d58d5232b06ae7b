/**
 * Values on the wire: JSON, with tags for what JSON cannot say.
 *
 * A tagged value is an object with the one key `$` (and its payload); a plain object always travels
 * as `{"$":"object","v":{...}}`, so that no key of a student's can be taken for a tag. An array is
 * read once, by index, so that a getter or a Proxy cannot answer twice.
 */
import { maxBigintDigits } from './limits';

/** Raised for a value that cannot cross: a function, a class instance, a cycle, too deep. */
export class NotPlainError extends TypeError {
  override name = 'NotPlainError';
}

/** Raised for a value of more parts than its reader wants to look at. */
export class TooLargeError extends NotPlainError {
  override name = 'TooLargeError';
}

export const maxDepth = 64;

export const typedArrays = {
  Float32Array,
  Float64Array,
  Int8Array,
  Uint8Array,
  Uint8ClampedArray,
  Int16Array,
  Uint16Array,
  Int32Array,
  Uint32Array,
} as const;
export type TypedArrayName = keyof typeof typedArrays;

/** A tensor or a Volume once it has crossed: its shape and its values. */
export interface WireTensor {
  shape: number[];
  data: unknown;
}

/**
 * A value as JSON with tags.
 *
 * @example
 * JSON.stringify(encodeValue([1, NaN, -0])) // => '[1,{"$":"NaN"},{"$":"-0"}]'
 */
export function encodeValue(value: unknown, depth = 0): unknown {
  if (depth > maxDepth) {
    throw new NotPlainError(`Cannot send a value nested more than ${maxDepth} deep.`);
  }
  switch (typeof value) {
    case 'number':
      return encodeNumber(value);
    case 'string':
    case 'boolean':
      return value;
    case 'undefined':
      return { $: 'undefined' };
    case 'bigint':
      return encodeBigint(value);
    case 'object':
      return value === null ? null : encodeObject(value, depth);
    default:
      throw new NotPlainError(`Cannot send a ${typeof value}: only plain data crosses.`);
  }
}

function encodeBigint(value: bigint): unknown {
  const digits = value.toString();
  if (digits.length > maxBigintDigits) {
    throw new NotPlainError(`Cannot send a bigint of more than ${maxBigintDigits} digits.`);
  }
  return { $: 'bigint', v: digits };
}

function encodeNumber(value: number): unknown {
  if (Number.isNaN(value)) return { $: 'NaN' };
  if (value === Infinity) return { $: 'Infinity' };
  if (value === -Infinity) return { $: '-Infinity' };
  return Object.is(value, -0) ? { $: '-0' } : value;
}

function encodeObject(value: object, depth: number): unknown {
  if (Array.isArray(value)) {
    const length = value.length;
    const out: unknown[] = new Array(length);
    for (let i = 0; i < length; i++) out[i] = encodeValue(value[i], depth + 1);
    return out;
  }
  if (ArrayBuffer.isView(value) && !(value instanceof DataView)) return encodeTyped(value);
  const tensor = tensorOf(value);
  if (tensor) {
    return {
      $: 'tensor',
      shape: encodeValue(Array.from(tensor.shape), depth + 1),
      data: encodeValue(tensor.data, depth + 1),
    };
  }
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== null && Object.getPrototypeOf(prototype) !== null) {
    throw new NotPlainError(`Cannot send a ${value.constructor.name}: only plain data crosses.`);
  }
  const fields: [string, unknown][] = [];
  for (const key of Object.keys(value)) {
    fields.push([key, encodeValue((value as Record<string, unknown>)[key], depth + 1)]);
  }
  return { $: 'object', v: Object.fromEntries(fields) };
}

function encodeTyped(view: ArrayBufferView): unknown {
  const name = Object.prototype.toString.call(view).slice(8, -1);
  if (!(name in typedArrays)) throw new NotPlainError(`Cannot send a ${name}.`);
  const bytes = Buffer.from(view.buffer, view.byteOffset, view.byteLength);
  return { $: name, b: bytes.toString('base64') };
}

/** A tfjs tensor (dataSync) or a Volume (data), told by what it has rather than by its class. */
function tensorOf(value: object): { shape: ArrayLike<number>; data: unknown } | null {
  const candidate = value as { shape?: unknown; data?: unknown; dataSync?: unknown };
  if (!Array.isArray(candidate.shape)) return null;
  if (typeof candidate.dataSync === 'function') {
    return { shape: candidate.shape as number[], data: (candidate.dataSync as () => unknown)() };
  }
  return ArrayBuffer.isView(candidate.data)
    ? { shape: candidate.shape as number[], data: candidate.data }
    : null;
}
