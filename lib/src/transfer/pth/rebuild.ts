import { refuseDamaged, refuseForeign } from './refuse';
import { Global, PyDict, PyTuple, Storage, Strided, type StorageType, type Value } from './values';

const mostAxes = 8;

/** Makes what the two functions of the whitelist make, from checked arguments, without calling either. */
export function rebuild(callee: Value, args: readonly Value[]): Value {
  const name = callee instanceof Global ? callee.name : undefined;
  if (name === 'collections.OrderedDict' && args.length === 0) return new PyDict();
  if (name !== 'torch._utils._rebuild_tensor_v2') {
    return refuseForeign('son pickle fait un appel dont des poids n’ont pas besoin');
  }
  const [storage, offset, shape, strides] = args;
  if (!(storage instanceof Storage) || !isCount(offset)) return malformed();
  const lengths = countsOf(shape);
  const steps = countsOf(strides);
  if (lengths.length !== steps.length) return malformed();
  return new Strided(storage, offset, lengths, steps);
}

/**
 * What `('storage', type, key, location, count, view)` stands for.
 *
 * @param known those of the file so far; the new one is added
 */
export function storageOf(id: Value, known: Map<string, Storage>): Storage {
  const [what, type, key, , count, view] = id instanceof PyTuple ? id.items : [];
  const name = type instanceof Global ? /^torch\.(\w+Storage)$/.exec(type.name)?.[1] : undefined;
  if (what !== 'storage' || name === undefined || typeof key !== 'string' || !isCount(count)) {
    return malformed();
  }
  if (view !== null) return refuseForeign('une réserve de nombres y est une part d’une autre');
  const storage = new Storage(key, name as StorageType, count);
  const before = known.get(key) ?? storage;
  if (before.type !== storage.type || before.count !== count) return malformed();
  known.set(key, before);
  return before;
}

function countsOf(value: Value | undefined): number[] {
  const items = value instanceof PyTuple ? value.items : [null];
  if (items.length > mostAxes || !items.every(isCount)) return malformed();
  return [...items];
}

function isCount(value: Value | undefined): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}

function malformed(): never {
  return refuseDamaged('la description d’un tenseur y est fausse');
}
