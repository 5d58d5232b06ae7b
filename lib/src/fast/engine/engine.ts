import { availableParallelism } from 'node:os';

import { impossible, valueText } from '../../errors';
import { Pool } from '../pool/pool';
import type { KernelArgs, KernelKind, KernelName } from './kernel-table';
import { loadTypescript, loadWasm, type LoadedKernels } from './load-kernels';
import { memoryInUse, workspace } from './scope';

/** More threads than that seldom pay for layers of this size. */
const mostThreads = 4;

/** Below that many floating-point operations, waking a thread costs more than it saves. */
const leastWork = 400_000;

/** Pieces a thread: more than one, so that a thread that is held up leaves its share to others. */
const piecesPerThread = 4;

let loaded: LoadedKernels | undefined;
let pool: Pool | undefined;
let wanted = Math.min(availableParallelism(), mostThreads);

export interface FastInfo {
  /** Which kernels compute. */
  kernels: KernelKind;
  /** Threads at work now, this one included: 1 until the workers have started. */
  threads: number;
  /** Why these kernels, and why no more threads, in French. */
  why: string;
  /** The engine's memory, in bytes. */
  memory: { used: number; reserved: number };
}

/** What computes, with how many threads, and why. */
export function fastInfo(): FastInfo {
  const { kind, why } = kernels();
  const trouble = pool?.trouble === undefined ? '' : `, un seul fil : ${pool.trouble}`;
  return {
    kernels: kind,
    threads: wanted > 1 ? 1 + (pool?.ready ?? 0) : 1,
    why: why + trouble,
    memory: memoryInUse(),
  };
}

/**
 * How many threads may work on one operation, this one included. The others start at the next
 * operation that is large enough.
 *
 * @throws RangeError when it is not a whole number from 1 to 64
 */
export function setThreads(threads: number): void {
  if (!Number.isInteger(threads) || threads < 1 || threads > 64) {
    throw new RangeError(
      impossible(
        'choisir le nombre de fils de calcul',
        `il vaut ${valueText(threads)} mais il doit être un entier de 1 à 64`,
        'donnez setThreads(1) pour calculer seul, ou le nombre de cœurs',
      ),
    );
  }
  wanted = threads;
  // With one thread the workers sleep on: they may be asked for again.
  if (threads > 1 && pool?.size !== threads - 1) closePool();
}

/**
 * Chooses the kernels, for tests and benches.
 *
 * @throws Error when WebAssembly is asked for and cannot be had
 */
export function setKernels(kind: KernelKind): void {
  if (!['wasm', 'typescript'].includes(kind)) {
    throw new RangeError(
      impossible(
        'choisir les noyaux de calcul',
        `on demande ${valueText(kind)} mais il y a 'wasm' et 'typescript'`,
        "donnez setKernels('wasm')",
      ),
    );
  }
  loaded = kind === 'wasm' ? loadWasm() : loadTypescript('choisi par setKernels');
  if (loaded.module !== undefined && pool?.module === undefined) closePool();
}

export interface Share {
  /** Length of the kernel's outermost axis. */
  over: number;
  /** Floating-point operations, roughly. */
  work: number;
  /** Numbers of scratch a piece, where the kernel's first argument is scratch (see `scratchFor`). */
  scratch?: number;
}

/** For operations: how many threads may share a kernel, this one included. */
export const threadsWanted = (): number => wanted;

/** For operations: room for the scratch of all pieces of a kernel. */
export function scratchFor(floats: number): number {
  return workspace(floats * wanted * piecesPerThread);
}

/** For operations: runs a kernel over its outermost axis, split over the threads where it pays. */
export function run<Name extends KernelName>(
  name: Name,
  { over, work, scratch = 0 }: Share,
  ...args: KernelArgs<Name>
): void {
  const now = kernels();
  if (wanted > 1 && over > 1 && work >= leastWork) {
    pool ??= new Pool(wanted - 1, now.module);
    const pieces = Math.min(over, (pool.ready + 1) * piecesPerThread);
    const share = { over, pieces, scratch: scratch * 4 };
    if (pool.ready > 0 && pool.run(now, name, share, args)) return;
  }
  now.table[name]!(0, over, ...args);
}

function closePool(): void {
  pool?.close();
  pool = undefined;
}

function kernels(): LoadedKernels {
  loaded ??= bestKernels();
  return loaded;
}

function bestKernels(): LoadedKernels {
  try {
    return loadWasm();
  } catch (error) {
    const { message } = error as Error;
    process.emitWarning(`@convolab/lib/fast : noyaux TypeScript, plus lents (${message})`);
    return loadTypescript(message);
  }
}
