import { machineIsLittleEndian } from '../../nn/format/safetensors';
import type { ByteReader } from './byte-reader';
import { refuseDamaged } from './refuse';
import type { Storage, StorageType, Strided } from './values';

/** Numbers as they are computed with: float32 as it is, all others as float64. */
export type Numbers = Float32Array | Float64Array;

export const bytesEach: Readonly<Record<StorageType, number>> = {
  FloatStorage: 4,
  DoubleStorage: 8,
  IntStorage: 4,
  LongStorage: 8,
};

/** The numbers of a storage, a copy. @throws Error when there are not so many left in the file */
export function readNumbers({ type, count }: Storage, reader: ByteReader): Numbers {
  const view = reader.take(count * bytesEach[type]);
  // A copy: in the file they need not begin where typed arrays may.
  const bytes = Buffer.from(Uint8Array.prototype.slice.call(view).buffer);
  if (!machineIsLittleEndian) {
    if (bytesEach[type] === 4) bytes.swap32();
    else bytes.swap64();
  }
  switch (type) {
    case 'FloatStorage':
      return new Float32Array(bytes.buffer, bytes.byteOffset, count);
    case 'DoubleStorage':
      return new Float64Array(bytes.buffer, bytes.byteOffset, count);
    case 'IntStorage':
      return Float64Array.from(new Int32Array(bytes.buffer, bytes.byteOffset, count));
    case 'LongStorage':
      return Float64Array.from(new BigInt64Array(bytes.buffer, bytes.byteOffset, count), Number);
  }
}

/** How many numbers a tensor has. @throws Error when one of them would lie outside its storage */
export function sizeWithin({ storage, offset, shape, strides }: Strided, name: string): number {
  const size = shape.reduce((product, length) => product * length, 1);
  const last = shape.reduce((sum, length, axis) => sum + (length - 1) * strides[axis]!, offset);
  if (!Number.isSafeInteger(size) || size > storage.count || (size > 0 && last >= storage.count)) {
    refuseDamaged(`${name} va au-delà des ${storage.count} nombres de sa réserve`);
  }
  return size;
}

/** The numbers of a tensor one behind the other, last axis fastest, whatever the steps they lie in. */
export function gather(
  { offset, shape, strides }: Pick<Strided, 'offset' | 'shape' | 'strides'>,
  size: number,
  stored: Numbers,
): Numbers {
  const gathered = stored instanceof Float32Array ? new Float32Array(size) : new Float64Array(size);
  const place = shape.map(() => 0);
  let from = offset;
  for (let to = 0; to < size; to++) {
    gathered[to] = stored[from]!;
    for (let axis = shape.length - 1; axis >= 0; axis--) {
      from += strides[axis]!;
      if (++place[axis]! < shape[axis]!) break;
      from -= strides[axis]! * shape[axis]!;
      place[axis] = 0;
    }
  }
  return gathered;
}
