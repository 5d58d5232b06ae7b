import { readFileSync } from 'node:fs';

const pollMs = 50;
const pageBytes = 4096;

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

/** Resident bytes of a process and its descendants; 0 once it is gone. */
export function residentBytes(pid: number): number {
  let total = 0;
  const waiting = [pid];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    try {
      total += Number(readFileSync(`/proc/${next}/statm`, 'latin1').split(' ')[1]) * pageBytes;
      waiting.push(...childrenOf(next));
    } catch {
      // It ended between two looks.
    }
  }
  return total;
}

/** The children of every thread: a child belongs to the thread that started it. */
function childrenOf(pid: number): number[] {
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'latin1');
  return children.split(' ').filter(Boolean).map(Number);
}
