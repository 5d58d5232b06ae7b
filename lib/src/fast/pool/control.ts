import type { KernelKind, KernelTable } from '../engine/kernel-table';

/**
 * The few words through which the main thread gives a job to the workers. A job is a kernel, its
 * arguments and a number of pieces; whoever is free claims the next piece, so nobody waits for a
 * thread that the system has not yet woken.
 */
export const word = {
  /** Counts jobs: workers sleep on it. */
  signal: 0,
  /** Pieces not yet claimed. 0 between jobs: a worker that wakes late finds nothing. */
  remaining: 1,
  /** Pieces done: the main thread sleeps on it. */
  done: 2,
  /** Pieces of the job. */
  pieces: 3,
  /** Length of the kernel's outermost axis, which the pieces divide. */
  extent: 4,
  /** Which kernel: its place in the list of names. */
  kernel: 5,
  /** Which kernels: 0 WebAssembly, 1 TypeScript. */
  kind: 6,
  argCount: 7,
  /** 1 when a kernel threw in a worker. */
  failed: 8,
  /** Where a kernel's first argument is scratch: bytes of it a piece. Else 0. */
  scratch: 10,
  /** Workers ready. */
  ready: 9,
} as const;

const words = 16;
const mostArgs = 48;

export interface Control {
  readonly buffer: SharedArrayBuffer;
  readonly words: Int32Array;
  readonly args: Float64Array;
}

export function openControl(buffer = new SharedArrayBuffer(words * 4 + mostArgs * 8)): Control {
  return {
    buffer,
    words: new Int32Array(buffer, 0, words),
    args: new Float64Array(buffer, words * 4, mostArgs),
  };
}

export const kindCode: Record<KernelKind, number> = { wasm: 0, typescript: 1 };

/** Claims a piece of the job under way; -1 when none is left. */
function claim(words: Int32Array): number {
  for (;;) {
    const remaining = Atomics.load(words, word.remaining);
    if (remaining <= 0) return -1;
    const seen = Atomics.compareExchange(words, word.remaining, remaining, remaining - 1);
    if (seen === remaining) return remaining - 1;
  }
}

/**
 * Claims and computes pieces until none is left. The job is read after the claim: a claimed piece
 * holds the job in place until it is done.
 */
export function workOff(
  { words, args }: Control,
  names: readonly string[],
  tableOf: (kind: number) => KernelTable,
): void {
  for (let piece = claim(words); piece >= 0; piece = claim(words)) {
    const pieces = words[word.pieces]!;
    const extent = words[word.extent]!;
    try {
      const kernel = tableOf(words[word.kind]!)[names[words[word.kernel]!]!]!;
      const from = Math.floor((extent * piece) / pieces);
      const to = Math.floor((extent * (piece + 1)) / pieces);
      const own = Array.from(args.subarray(0, words[word.argCount]));
      if (own.length > 0) own[0]! += piece * words[word.scratch]!;
      kernel(from, to, ...own);
    } catch {
      Atomics.store(words, word.failed, 1);
    }
    if (Atomics.add(words, word.done, 1) + 1 === pieces) Atomics.notify(words, word.done);
  }
}
