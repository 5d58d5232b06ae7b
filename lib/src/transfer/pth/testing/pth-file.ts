import { global, int, list, long, mark, none, pickle, put, reduce, text, tuple } from './pickle';

/** A tensor of a file: which numbers of which storage. */
export interface WrittenTensor {
  storage?: string;
  type?: string;
  /** All numbers of its storage, as the file has them. */
  stored: Float32Array | Float64Array | Int32Array | BigInt64Array;
  offset?: number;
  shape: readonly number[];
  strides: readonly number[];
  /** What the file says of its storage's length. Default: the truth. */
  announced?: number;
}

const magic = long(0x6c, 0xfc, 0x9c, 0x46, 0xf9, 0x20, 0x6a, 0xa8, 0x50, 0x19);

/** The three pickles before the tensors. */
export const head = (): Buffer[] => [
  pickle(magic),
  pickle(int(1001)),
  pickle(
    Buffer.from('}('),
    text('protocol_version'),
    int(1001),
    text('little_endian'),
    Buffer.from([0x88]),
    Buffer.from('u'),
  ),
];

const storageOf = ({ storage = 'a', type = 'FloatStorage', stored, announced }: WrittenTensor) =>
  Buffer.concat([
    tuple(
      text('storage'),
      global('torch', type),
      text(storage),
      text('cpu'),
      int(announced ?? stored.length),
      none,
    ),
    Buffer.from('Q'),
  ]);

const counts = (numbers: readonly number[]): Buffer => tuple(...numbers.map(int));

const tensorOf = (tensor: WrittenTensor): Buffer =>
  Buffer.concat([
    global('torch._utils', '_rebuild_tensor_v2'),
    tuple(
      storageOf(tensor),
      int(tensor.offset ?? 0),
      counts(tensor.shape),
      counts(tensor.strides),
      Buffer.from([0x89]),
      Buffer.concat([global('collections', 'OrderedDict'), Buffer.from(')R')]),
    ),
    reduce,
  ]);

/** A file as PyTorch 1.5 wrote it, of tensors by name. */
export function pthFile(tensors: Readonly<Record<string, WrittenTensor>>): Buffer {
  const entries = Object.entries(tensors).flatMap(([name, tensor]) => [text(name), tensorOf(tensor)]); // prettier-ignore
  const state = pickle(
    global('collections', 'OrderedDict'),
    Buffer.from(')R'),
    put(0),
    mark,
    ...entries,
    Buffer.from('u'),
  );
  const stored = new Map(Object.values(tensors).map((tensor) => [tensor.storage ?? 'a', tensor]));
  const keys = [...stored.keys()].sort();
  return Buffer.concat([
    ...head(),
    state,
    pickle(list(...keys.map(text))),
    ...keys.flatMap((key) => numbersOf(stored.get(key)!)),
  ]);
}

function numbersOf({ stored, announced }: WrittenTensor): Buffer[] {
  const count = Buffer.alloc(8);
  count.writeBigInt64LE(BigInt(announced ?? stored.length));
  return [count, Buffer.from(stored.buffer, stored.byteOffset, stored.byteLength)];
}
