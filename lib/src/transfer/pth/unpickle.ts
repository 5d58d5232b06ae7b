import type { ByteReader } from './byte-reader';
import { refuseDamaged, refuseForeign } from './refuse';
import { Global, globals, PyDict, PyList, PyTuple, type Value } from './values';

/** What a pickle leaves to whoever reads it. */
export interface Makers {
  /** A name of the whitelist is called with arguments. */
  reduce: (callee: Value, args: readonly Value[]) => Value;
  /** A thing that is kept elsewhere in the file. */
  persistent: (id: Value) => Value;
}

const longestText = 4096;
const longestInteger = 32;

/** Stands on the stack where a tuple, a list's end or a dictionary's end begins. */
const mark = Symbol('mark');

/**
 * Reads one pickle: Python's own format, a program for a small machine with a stack. Of its instructions, those
 * that weights need are here; none makes more than the bytes it stands in, none calls anything.
 *
 * Source: the documentation of Python's `pickletools`, protocol 2.
 *
 * @throws Error in three beats at the first instruction that is not one of these
 */
export function unpickle(reader: ByteReader, makers: Makers): Value {
  const stack: (Value | typeof mark)[] = [];
  const memo = new Map<number, Value>();

  const pop = (): Value => {
    const value = stack.pop();
    if (value === undefined || value === mark) refuseDamaged('il y manque une valeur');
    return value;
  };
  const top = (): Value => {
    const value = pop();
    stack.push(value);
    return value;
  };
  const popToMark = (): Value[] => {
    const at = stack.lastIndexOf(mark);
    if (at === -1) refuseDamaged('il y manque le début d’une liste');
    return stack.splice(at).slice(1) as Value[];
  };
  const recall = (place: number): void => {
    const value = memo.get(place);
    if (value === undefined) refuseDamaged(`il reprend la valeur ${place}, qui n’y est pas`);
    stack.push(value);
  };
  const setItems = (values: readonly Value[]): void => {
    const dict = top();
    if (!(dict instanceof PyDict) || values.length % 2 !== 0) refuseDamaged('un dictionnaire y est mal formé'); // prettier-ignore
    for (let i = 0; i < values.length; i += 2) {
      const key = values[i];
      if (typeof key !== 'string') refuseForeign('une clé de son dictionnaire n’est pas un texte');
      dict.entries.set(key, values[i + 1]!);
    }
  };
  const append = (values: readonly Value[]): void => {
    const list = top();
    if (!(list instanceof PyList)) refuseDamaged('une liste y est mal formée');
    for (const value of values) list.items.push(value);
  };

  for (;;) {
    const code = reader.uint8();
    switch (code) {
      case 0x80: // PROTO
        if (reader.uint8() !== 2) refuseDamaged('son pickle n’est pas du protocole 2');
        break;
      case 0x28: stack.push(mark); break; // MARK
      case 0x4e: stack.push(null); break; // NONE
      case 0x88: stack.push(true); break; // NEWTRUE
      case 0x89: stack.push(false); break; // NEWFALSE
      case 0x4b: stack.push(reader.uint8()); break; // BININT1
      case 0x4d: stack.push(reader.uint16()); break; // BININT2
      case 0x4a: stack.push(reader.int32()); break; // BININT
      case 0x47: stack.push(reader.float64()); break; // BINFLOAT
      case 0x8a: stack.push(reader.long(atMost(reader.uint8(), longestInteger))); break; // LONG1
      case 0x58: stack.push(reader.take(atMost(reader.uint32(), longestText)).toString('utf8')); break; // BINUNICODE
      case 0x29: stack.push(new PyTuple([])); break; // EMPTY_TUPLE
      case 0x85: stack.push(new PyTuple([pop()])); break; // TUPLE1
      case 0x86: stack.push(new PyTuple([pop(), pop()].reverse())); break; // TUPLE2
      case 0x87: stack.push(new PyTuple([pop(), pop(), pop()].reverse())); break; // TUPLE3
      case 0x74: stack.push(new PyTuple(popToMark())); break; // TUPLE
      case 0x5d: stack.push(new PyList()); break; // EMPTY_LIST
      case 0x61: append([pop()]); break; // APPEND
      case 0x65: append(popToMark()); break; // APPENDS
      case 0x7d: stack.push(new PyDict()); break; // EMPTY_DICT
      case 0x73: setItems([pop(), pop()].reverse()); break; // SETITEM
      case 0x75: setItems(popToMark()); break; // SETITEMS
      case 0x71: memo.set(reader.uint8(), top()); break; // BINPUT
      case 0x72: memo.set(reader.uint32(), top()); break; // LONG_BINPUT
      case 0x68: recall(reader.uint8()); break; // BINGET
      case 0x6a: recall(reader.uint32()); break; // LONG_BINGET
      case 0x63: stack.push(globalOf(reader.line(longestText), reader.line(longestText))); break; // GLOBAL
      case 0x51: stack.push(makers.persistent(pop())); break; // BINPERSID
      case 0x52: { // REDUCE
        const args = pop();
        if (!(args instanceof PyTuple)) refuseDamaged('un appel y est mal formé');
        stack.push(makers.reduce(pop(), (args).items));
        break;
      }
      case 0x62: // BUILD: attributes of a state_dict (its version numbers), which no weight depends on
        pop();
        if (!(top() instanceof PyDict)) refuseForeign('il donne des attributs à un objet');
        break;
      case 0x2e: { // STOP
        const value = pop();
        if (stack.length > 0) refuseDamaged('il y reste des valeurs après la fin');
        return value;
      }
      default:
        refuseForeign(`son pickle contient l’instruction 0x${code.toString(16).padStart(2, '0')}, dont des poids n’ont pas besoin`); // prettier-ignore
    }
  } // prettier-ignore
}

function atMost(length: number, most: number): number {
  if (length > most) refuseDamaged(`il annonce une valeur de ${length} octets`);
  return length;
}

function globalOf(module: string, name: string): Global {
  const found = globals.find((known) => known === `${module}.${name}`);
  if (found === undefined) {
    const shown = `${module}.${name}`.replace(/[^\w.]/g, '?').slice(0, 60);
    refuseForeign(`son pickle demande «\u00a0${shown}\u00a0»`);
  }
  return new Global(found);
}
