import { impossible } from '../../errors';
import { Volume } from '../../volume/volume';
import { Arena } from './arena';
import { isFreed, markFreed, refuse } from './freed';
import { engineMemory, inEngine } from './memory';
import { heap } from './heap';

/** A piece of the engine's memory that a Volume's numbers lie in. */
interface Block {
  readonly offset: number;
  readonly bytes: number;
  /** The scope at whose end it is freed; `'adopted'` until `release`; none once it is free. */
  owner: Block[] | 'adopted' | undefined;
  /** The Volume that it was made for; none for room that kernels work in. */
  volume?: Volume;
}

/** A scope is the list of what it will free. */
let current: Block[] | undefined;

let arena: Arena | undefined;

/** Blocks by the array that shows them: a reshaped Volume shares it. */
const blocks = new WeakMap<object, Block>();

const theArena = (): Arena => (arena ??= new Arena(engineMemory()));

/** Bytes of the engine's memory in use, and reserved so far. */
export function memoryInUse(): { used: number; reserved: number } {
  return { used: theArena().bytes, reserved: engineMemory().bytes };
}

/**
 * Runs a computation whose intermediate results stay in the engine's memory and are freed at its
 * end. What the body returns leaves whole: a Volume, or Volumes in arrays and plain objects, are
 * copied out (handed on, not copied, to a scope around this one). A Volume of the scope that is
 * kept in another way is lost: its numbers will be overwritten.
 *
 * @throws TypeError when the body is asynchronous: its results would be freed before they exist
 *
 * @example
 * ```ts
 * const x = new Volume([4], Float32Array.of(-1, 2, -3, 4));
 * fast.scope(() => fast.reluBackward(fast.relu(x), x)).toNested(1); // => [0, 2, 0, 4]
 * ```
 */
export function scope<T>(body: () => T): T {
  const outer = current;
  const mine: Block[] = [];
  current = mine;
  try {
    const result = body();
    if (result instanceof Promise) {
      result.catch(() => undefined); // It fails on what is freed here; nobody else would hear of it.
      throw new TypeError(asynchronousText());
    }
    return leave(result, mine, outer, new Map()) as T;
  } finally {
    current = outer;
    for (const block of mine) if (block.owner === mine) free(block);
  }
}

/**
 * Copies a Volume into the engine's memory, where it stays until `release`: parameters, the state
 * of an optimiser, a data set. Fast operations use it in place.
 *
 * @returns a float32 Volume over the engine's memory; writing into its data changes it
 */
export function adopt(volume: Volume): Volume {
  const { volume: copy, block } = create(volume.shape, 'adopted');
  heap.f32.set(volume.data, block.offset / 4);
  return copy;
}

/**
 * Frees an adopted Volume (or those that share its data by `reshape`): it must not be used again.
 *
 * @throws RangeError when it was not adopted, or was released before
 */
export function release(volume: Volume): void {
  const freed = isFreed(volume);
  const block = freed ? undefined : blocks.get(volume.data);
  if (block?.owner !== 'adopted') {
    throw new RangeError(
      impossible(
        'libérer le Volume',
        freed || (block !== undefined && block.owner === undefined)
          ? 'il a déjà été libéré'
          : "il n'a pas été adopté",
        "n'appelez release qu'une fois, sur ce que adopt a rendu",
      ),
    );
  }
  free(block);
}

/** For operations: where a Volume's numbers lie, in bytes; copied in if they lie elsewhere. */
export function place(volume: Volume): number {
  if (inEngine(volume.data)) {
    const block = blocks.get(volume.data);
    if (block !== undefined && block.owner === undefined) refuse();
    return volume.data.byteOffset;
  }
  const offset = workspace(volume.size);
  heap.f32.set(volume.data, offset / 4);
  return offset;
}

/** For operations: room for a result, which lives as long as the scope. Not cleared. */
export function result(shape: readonly number[]): { volume: Volume; at: number } {
  const { volume, block } = create(shape, opened());
  return { volume, at: block.offset };
}

/** For operations: room for that many float32, freed with the scope. Not cleared. */
export function workspace(floats: number): number {
  const bytes = floats * 4;
  const owner = opened();
  const block: Block = { offset: theArena().allocate(bytes), bytes, owner };
  owner.push(block);
  return block.offset;
}

function opened(): Block[] {
  if (current === undefined) throw new Error('fast: an operation must run inside scope()');
  return current;
}

function create(
  shape: readonly number[],
  owner: Block[] | 'adopted',
): { volume: Volume; block: Block } {
  const size = shape.reduce((product, length) => product * length, 1);
  const offset = theArena().allocate(size * 4);
  const block: Block = { offset, bytes: size * 4, owner };
  const data = new Float32Array(heap.f32.buffer, offset, size);
  blocks.set(data, block);
  if (owner !== 'adopted') owner.push(block);
  block.volume = new Volume(shape, data);
  return { volume: block.volume, block };
}

function free(block: Block): void {
  theArena().free(block.offset, block.bytes);
  block.owner = undefined;
  if (block.volume !== undefined) markFreed(block.volume);
}

/** What leaves a scope: the same value, its Volumes handed on or copied out. */
function leave(
  value: unknown,
  mine: Block[],
  outer: Block[] | undefined,
  seen: Map<unknown, unknown>,
): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (seen.has(value)) return seen.get(value);
  const into = <V>(left: V): V => {
    seen.set(value, left);
    return left;
  };
  if (value instanceof Volume) return into(volumeLeaves(value, mine, outer));
  if (Array.isArray(value)) {
    const copy: unknown[] = into([]);
    for (const item of value) copy.push(leave(item, mine, outer, seen));
    return copy;
  }
  if (Object.getPrototypeOf(value) !== Object.prototype) return value;
  const copy: Record<string, unknown> = into({});
  for (const [key, item] of Object.entries(value)) copy[key] = leave(item, mine, outer, seen);
  return copy;
}

function volumeLeaves(volume: Volume, mine: Block[], outer: Block[] | undefined): Volume {
  if (!inEngine(volume.data)) return volume;
  const block = blocks.get(volume.data);
  if (block !== undefined && block.owner !== mine) return volume;
  if (block === undefined || outer === undefined) {
    return new Volume(volume.shape, new Float32Array(volume.data));
  }
  block.owner = outer;
  outer.push(block);
  return volume;
}

function asynchronousText(): string {
  return impossible(
    'terminer scope',
    'la fonction donnée est asynchrone',
    'attendez (await) avant ou après scope, pas dedans',
  );
}
