import { ByteReader } from './byte-reader';
import { bytesEach, gather, readNumbers, sizeWithin, type Numbers } from './numbers-of';
import { refuseDamaged, refuseForeign } from './refuse';
import { rebuild, storageOf } from './rebuild';
import { unpickle, type Makers } from './unpickle';
import { PyDict, PyList, Storage, Strided, type Value } from './values';

/** A tensor of a file of weights: its numbers one behind the other, last axis fastest. */
export interface PthTensor {
  shape: readonly number[];
  data: Numbers;
}

const magic = 0x1950a86a20f9469cfc6cn;
const version = 1001;

/** The numbers of shared tensors stand in the file once; more than that, and a few bytes would ask for all memory. */
const mostCopies = 2;

/**
 * Reads PyTorch's files of weights, as `torch.save(model.state_dict(), file)` wrote them until version 1.5: five
 * pickles (a magic number, a version, the machine, the tensors, the keys of their storages), then the numbers of
 * each storage. Nothing in the file is executed: see `unpickle`. Nothing in it is believed: no room is taken before
 * what it announces is known to be there.
 *
 * Source: `torch/serialization.py`, `_legacy_save`, of PyTorch 1.5.
 *
 * @returns tensors by name, in the order of the file
 * @throws Error in three beats when the file is cut short, damaged, of another format, or holds more than tensors
 */
export function readPth(bytes: Uint8Array): ReadonlyMap<string, PthTensor> {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) {
    refuseForeign('c’est une archive zip, le format de PyTorch depuis la version 1.6, et seul celui d’avant est lu ici'); // prettier-ignore
  }
  const reader = new ByteReader(bytes);
  const plain = (): Value => unpickle(reader, nothingMade);
  if (plain() !== magic) refuseDamaged('ce n’est pas un fichier de PyTorch');
  if (plain() !== version) refuseDamaged('il est d’une version inconnue du format');
  const machine = plain();
  const littleEndian = machine instanceof PyDict ? machine.entries.get('little_endian') : undefined;
  if (littleEndian !== true) refuseDamaged('ses nombres ne sont pas rangés octet faible d’abord');

  const storages = new Map<string, Storage>();
  const state = unpickle(reader, { reduce: rebuild, persistent: (id) => storageOf(id, storages) });
  const tensors = tensorsOf(state);
  const numbers = readStorages(storages, plain(), reader);
  const found = new Map<string, PthTensor>();
  let total = 0;
  for (const [name, tensor] of tensors) {
    const size = sizeWithin(tensor, name);
    total += size * bytesEach[tensor.storage.type];
    if (total > mostCopies * bytes.length) refuseDamaged('ses tenseurs demandent plus de nombres qu’il n’en contient'); // prettier-ignore
    const stored = numbers.get(tensor.storage.key)!;
    found.set(name, { shape: tensor.shape, data: gather(tensor, size, stored) });
  }
  return found;
}

const nothingMade: Makers = {
  reduce: () => refuseForeign('son en-tête appelle une fonction'),
  persistent: () => refuseForeign('son en-tête renvoie à des nombres'),
};

function tensorsOf(state: Value): Map<string, Strided> {
  if (!(state instanceof PyDict)) refuseForeign('il ne contient pas un dictionnaire de poids');
  const tensors = new Map<string, Strided>();
  for (const [name, value] of state.entries) {
    if (!(value instanceof Strided)) refuseForeign(`${name.slice(0, 60)} n’y est pas un tenseur`);
    tensors.set(name, value);
  }
  return tensors;
}

/** All that was announced must follow, each once, and nothing else. */
function readStorages(
  storages: ReadonlyMap<string, Storage>,
  keys: Value,
  reader: ByteReader,
): Map<string, Numbers> {
  const read = new Map<string, Numbers>();
  for (const key of keys instanceof PyList ? keys.items : [null]) {
    const storage = typeof key === 'string' ? storages.get(key) : undefined;
    if (storage === undefined || read.has(storage.key)) {
      return refuseDamaged('la liste de ses réserves de nombres est fausse');
    }
    if (reader.int64() !== BigInt(storage.count)) {
      refuseDamaged('une réserve n’y a pas la longueur annoncée');
    }
    read.set(storage.key, readNumbers(storage, reader));
  }
  if (read.size !== storages.size) refuseDamaged('il y manque des nombres');
  if (reader.left > 0) refuseDamaged(`il y reste ${reader.left} octets après la fin`);
  return read;
}
