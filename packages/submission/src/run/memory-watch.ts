import { residentBytes } from './process-tree';

const pollMs = 50;

/**
 * Watches, from outside, the resident memory of a process and all its descendants.
 *
 * Needed beside the limit of each process: several small processes make a large one. Calls `onOver`
 * once when the sum passes the limit; ends by itself with the process.
 *
 * @returns stops the watch
 */
export function watchMemory(pid: number, limitBytes: number, onOver: () => void): () => void {
  const timer = setInterval(() => {
    if (residentBytes(pid) <= limitBytes) return;
    clearInterval(timer);
    onOver();
  }, pollMs);
  timer.unref();
  return () => {
    clearInterval(timer);
  };
}
