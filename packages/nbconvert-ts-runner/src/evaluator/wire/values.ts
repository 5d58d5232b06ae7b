/**
 * Values on the wire: JSON, with tags for what JSON cannot say.
 *
 * A tagged value is an object with the one key `$` (and its payload); a plain object always travels
 * as `{"$":"object","v":{...}}`, so that no key of a student's can be taken for a tag. An array is
 * read once, by index, so that a getter or a Proxy cannot answer twice.
 */

/** Raised for a value that cannot cross: a function, a class instance, a cycle, too deep. */
export class NotPlainError extends TypeError {
  override name = 'NotPlainError';
}

const maxDepth = 64;

const typedArrays = {
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
type TypedArrayName = keyof typeof typedArrays;

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
      return { $: 'bigint', v: value.toString() };
    case 'object':
      return value === null ? null : encodeObject(value, depth);
    default:
      throw new NotPlainError(`Cannot send a ${typeof value}: only plain data crosses.`);
  }
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

/**
 * The value behind tagged JSON: plain, with null prototypes, so that nothing of it can act.
 *
 * @throws NotPlainError when a tag is unknown or its payload is not what the tag promises.
 */
export function decodeValue(wire: unknown, depth = 0): unknown {
  if (depth > maxDepth + 1) throw new NotPlainError('Cannot read a value: it is nested too deep.');
  if (wire === null || typeof wire !== 'object') return wire;
  if (Array.isArray(wire)) return wire.map((item) => decodeValue(item, depth + 1));
  const tagged = wire as { $?: unknown; v?: unknown; b?: unknown; shape?: unknown; data?: unknown };
  switch (tagged.$) {
    case 'NaN':
      return NaN;
    case 'Infinity':
      return Infinity;
    case '-Infinity':
      return -Infinity;
    case '-0':
      return -0;
    case 'undefined':
      return undefined;
    case 'bigint':
      return BigInt(String(tagged.v));
    case 'object':
      return decodeObject(tagged.v, depth);
    case 'tensor':
      return Object.assign(Object.create(null) as WireTensor, {
        shape: decodeValue(tagged.shape, depth + 1),
        data: decodeValue(tagged.data, depth + 1),
      });
    default:
      return decodeTyped(tagged.$, tagged.b);
  }
}

function decodeObject(fields: unknown, depth: number): unknown {
  if (fields === null || typeof fields !== 'object' || Array.isArray(fields)) {
    throw new NotPlainError('Cannot read an object: its fields are missing.');
  }
  const out = Object.create(null) as Record<string, unknown>;
  for (const [key, value] of Object.entries(fields)) out[key] = decodeValue(value, depth + 1);
  return out;
}

function decodeTyped(name: unknown, base64: unknown): unknown {
  if (typeof name !== 'string' || !Object.hasOwn(typedArrays, name) || typeof base64 !== 'string') {
    throw new NotPlainError(`Cannot read a value: the tag ${JSON.stringify(name)} is unknown.`);
  }
  const bytes = Buffer.from(base64, 'base64');
  const type = typedArrays[name as TypedArrayName];
  if (bytes.length % type.BYTES_PER_ELEMENT !== 0) {
    throw new NotPlainError(
      `Cannot read a ${name}: ${bytes.length} bytes do not make whole items.`,
    );
  }
  const copy = new Uint8Array(bytes);
  return new type(copy.buffer);
}
