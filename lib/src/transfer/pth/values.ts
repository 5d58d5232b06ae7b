/** What a pickle of weights is made of. Everything else it could make is refused while it is read. */
export type Value = null | boolean | number | bigint | string | PyList | PyTuple | PyDict | Made;

export class PyList {
  readonly items: Value[] = [];
}

export class PyTuple {
  constructor(readonly items: readonly Value[]) {}
}

/** By its text alone: no key of a file of weights is anything else. */
export class PyDict {
  readonly entries = new Map<string, Value>();
}

/** A name of the whitelist, or what was made by one. */
export type Made = Global | Storage | Strided;

/** What pickles may name. They are words here: none stands for a thing that could be called. */
export const globals = [
  'collections.OrderedDict',
  'torch._utils._rebuild_tensor_v2',
  'torch.FloatStorage',
  'torch.DoubleStorage',
  'torch.IntStorage',
  'torch.LongStorage',
] as const;

export class Global {
  constructor(readonly name: (typeof globals)[number]) {}
}

/** Numbers one behind the other, which stand at the file's end. */
export class Storage {
  constructor(
    readonly key: string,
    readonly type: StorageType,
    readonly count: number,
  ) {}
}

export type StorageType = 'FloatStorage' | 'DoubleStorage' | 'IntStorage' | 'LongStorage';

/** A tensor: which numbers of a storage, in steps that need not be those of its shape. */
export class Strided {
  constructor(
    readonly storage: Storage,
    readonly offset: number,
    readonly shape: readonly number[],
    readonly strides: readonly number[],
  ) {}
}
