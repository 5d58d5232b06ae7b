import { Script } from 'node:vm';
import { executorDoor } from './executor-door';

/** Raised where a call did not answer in time. */
export class TooLong extends Error {
  override name = 'TooLong';
}

/** Raised where the reader, or a time limit, ended the cell: there is nobody to tell any more. */
export class CellEnded extends Error {
  override name = 'CellEnded';
}

/**
 * How many seconds one call of a student's function may take in a notebook: 10, or what the
 * environment variable CONVOLAB_CALL_SECONDS says.
 */
export function callLimitSeconds(): number {
  const chosen = Number(process.env['CONVOLAB_CALL_SECONDS']);
  return chosen > 0 ? chosen : 10;
}

/** What is said of a call that the notebook's executor has to end. French sentences. */
export interface CallWords {
  /** It did not answer in time. */
  late: string;
  /** Its process died. */
  died: string;
}

/**
 * Calls a function and waits for its answer, for at most `callLimitSeconds`.
 *
 * A loop without end is stopped here, and so is a promise that never settles: the call rejects with
 * `TooLong`, and the variables stay. What nothing here can stop, a loop behind an `await`, the
 * executor of the notebook is asked to (where it is ours): it ends the cell with `words`.
 *
 * @throws TooLong; CellEnded; or what the function threw
 */
export async function callWithin(call: () => unknown, words: CallWords): Promise<unknown> {
  const ms = callLimitSeconds() * 1000;
  const { limit, onInterrupt } = executorDoor();
  const takeBack = limit?.({ ms: ms + ownDelayMs, ...words });
  const start = performance.now();
  let timer: NodeJS.Timeout | undefined;
  let leave: (() => void) | undefined;
  try {
    const answer = callNow(ms, call);
    const noMore = new Promise<never>((_, reject) => {
      leave = onInterrupt?.(() => {
        reject(new CellEnded());
      });
      const left = Math.max(1, ms - (performance.now() - start));
      timer = setTimeout(() => {
        reject(new TooLong());
      }, left);
    });
    return await Promise.race([answer, noMore]);
  } finally {
    clearTimeout(timer);
    leave?.();
    takeBack?.();
  }
}

/** How much later than we the executor acts: what we can stop, we do, and the cell goes on. */
const ownDelayMs = 1000;

/** Where the script below finds the call: a script can be stopped, a plain call cannot. */
const handOver = Symbol.for('convolab.check.call');
const script = new Script(`globalThis[Symbol.for('${handOver.description}')]()`);

function callNow(ms: number, call: () => unknown): unknown {
  Object.defineProperty(globalThis, handOver, { value: call, configurable: true });
  try {
    return script.runInThisContext({ timeout: Math.ceil(ms), displayErrors: false }) as unknown;
  } catch (error) {
    const { code } = (error ?? {}) as { code?: unknown };
    throw code === 'ERR_SCRIPT_EXECUTION_TIMEOUT' ? new TooLong() : error;
  }
}
