/** What one sandboxed process may use up. Beyond a limit it is refused or ended, and costs its exercise. */
export interface Limits {
  /** Memory written to by one process, and resident memory of all processes together. */
  memoryBytes: number;
  /**
   * The part of it that JavaScript objects may take (node's --max-old-space-size). Null leaves it to
   * Node: a process from a start-up snapshot refuses the flag.
   */
  heapBytes: number | null;
  /** Processor time of one process, all its threads together: a net under the wall-clock limits. */
  cpuSeconds: number;
  /** Processes and threads together; Node alone takes about a dozen. */
  processes: number;
  openFiles: number;
  /** Room in /tmp, the only place that can be written to. */
  tmpBytes: number;
}

const MiB = 1024 * 1024;

/** For a student's notebook without TensorFlow. */
export const exerciseLimits: Limits = {
  memoryBytes: 1024 * MiB,
  heapBytes: 384 * MiB,
  cpuSeconds: 60,
  processes: 48,
  openFiles: 256,
  tmpBytes: 32 * MiB,
};

/** For the compiler: it holds the types of what lessons import, and works for many submissions. */
export const compilerLimits: Limits = {
  memoryBytes: 2048 * MiB,
  heapBytes: null,
  cpuSeconds: 24 * 3600,
  processes: 64,
  openFiles: 1024,
  tmpBytes: 16 * MiB,
};

/** How long an exercise's code may run, in milliseconds: as long as all, or as it declares where that is longer. */
export const timeFor = (
  { seconds = 0 }: { seconds?: number | undefined },
  timeoutMs: number,
): number => Math.max(timeoutMs, seconds * 1000);
