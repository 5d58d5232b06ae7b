/** Reads values off the wire: plain, with null prototypes, so that nothing of them can act. */
import { maxBigintDigits } from './limits';
import {
  NotPlainError,
  TooLargeError,
  maxDepth,
  typedArrays,
  type TypedArrayName,
  type WireTensor,
} from './values';

export interface DecodeLimits {
  /** Parts of the value: items, fields, lists, all that is nested. */
  maxNodes?: number | undefined;
}

/**
 * The value behind tagged JSON.
 *
 * @throws NotPlainError when a tag is unknown or its payload is not what the tag promises
 * @throws TooLargeError when it has more parts than `maxNodes`
 */
export function decodeValue(wire: unknown, { maxNodes = Infinity }: DecodeLimits = {}): unknown {
  return decode(wire, 0, { nodesLeft: maxNodes });
}

interface Walk {
  nodesLeft: number;
}

function decode(wire: unknown, depth: number, walk: Walk): unknown {
  if (--walk.nodesLeft < 0) throw new TooLargeError('Cannot read a value: it has too many parts.');
  if (depth > maxDepth + 1) throw new NotPlainError('Cannot read a value: it is nested too deep.');
  if (wire === null || typeof wire !== 'object') return wire;
  if (Array.isArray(wire)) return wire.map((item) => decode(item, depth + 1, walk));
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
      return decodeBigint(tagged.v);
    case 'object':
      return decodeObject(tagged.v, depth, walk);
    case 'tensor':
      return Object.assign(Object.create(null) as WireTensor, {
        shape: decode(tagged.shape, depth + 1, walk),
        data: decode(tagged.data, depth + 1, walk),
      });
    default:
      return decodeTyped(tagged.$, tagged.b);
  }
}

function decodeBigint(digits: unknown): bigint {
  if (typeof digits !== 'string' || digits.length > maxBigintDigits || !/^-?\d+$/.test(digits)) {
    throw new NotPlainError(
      `Cannot read a bigint: it is not a text of at most ${maxBigintDigits} digits.`,
    );
  }
  return BigInt(digits);
}

function decodeObject(fields: unknown, depth: number, walk: Walk): unknown {
  if (fields === null || typeof fields !== 'object' || Array.isArray(fields)) {
    throw new NotPlainError('Cannot read an object: its fields are missing.');
  }
  const out = Object.create(null) as Record<string, unknown>;
  for (const [key, value] of Object.entries(fields)) out[key] = decode(value, depth + 1, walk);
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
