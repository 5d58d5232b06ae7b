import { readdirSync, readFileSync } from 'node:fs';

/**
 * How many threads the user runs now. A limit on processes counts all of a user's, so ours must lie
 * above what is running already.
 */
export function threadsOfUser(uid: number): number {
  let threads = 0;
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    try {
      const status = readFileSync(`/proc/${name}/status`, 'latin1');
      if (Number(/^Uid:\s+(\d+)/m.exec(status)?.[1]) !== uid) continue;
      threads += Number(/^Threads:\s+(\d+)/m.exec(status)?.[1] ?? 0);
    } catch {
      // It ended between two looks.
    }
  }
  return threads;
}

/** Users that no account has, one for each sandbox, so that each is limited for itself. */
const firstFreeUid = 61_184;
const freeUids = 4_000;
let nextUid = process.pid % freeUids;

export function anotherFreeUid(): number {
  nextUid = (nextUid + 1) % freeUids;
  return firstFreeUid + nextUid;
}
