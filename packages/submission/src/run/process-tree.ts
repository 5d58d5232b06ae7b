import { readdirSync, readFileSync } from 'node:fs';

const pageBytes = 4096;
/** The kernel tells processor time in hundredths of a second, whatever its own tick. */
const tickMs = 10;

/** Resident bytes of a process and its descendants; 0 once it is gone. */
export const residentBytes = (pid: number): number =>
  sumOverTree(pid, (each) => Number(read(each, 'statm').split(' ')[1]) * pageBytes);

/**
 * Processor time of a process and its living descendants, all threads, in milliseconds; 0 once it is
 * gone, and where there is no /proc.
 */
export const processorMs = (pid: number): number =>
  sumOverTree(pid, (each) => {
    // The name in brackets may hold anything; behind it the fields are numbers, from the third on.
    const fields = read(each, 'stat').split(') ').pop()?.split(' ') ?? [];
    return (Number(fields[11]) + Number(fields[12])) * tickMs;
  });

function sumOverTree(root: number, measure: (pid: number) => number): number {
  let total = 0;
  const waiting = [root];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    try {
      total += measure(next);
      waiting.push(...childrenOf(next));
    } catch {
      // It ended between two looks.
    }
  }
  return total;
}

/** The children of every thread: a child belongs to the thread that started it. */
function childrenOf(pid: number): number[] {
  return readdirSync(`/proc/${pid}/task`).flatMap((thread) => {
    try {
      return read(pid, `task/${thread}/children`).split(' ').filter(Boolean).map(Number);
    } catch {
      return []; // the thread ended between two looks
    }
  });
}

const read = (pid: number, file: string): string => readFileSync(`/proc/${pid}/${file}`, 'latin1');
