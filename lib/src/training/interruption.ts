import { setImmediate as nextTurn } from 'node:timers/promises';

/**
 * How long the event loop may wait for a training. A kernel that is not heard for half a second ends
 * what runs by force, and a notebook's display should move a few times a second.
 */
const mostMs = 50;

/** Lets the event loop turn now and then: `await breath()` after each step. */
export function breathing(now: () => number = () => performance.now()): () => Promise<void> {
  let last = now();
  return async () => {
    if (now() - last < mostMs) return;
    await nextTurn();
    last = now();
  };
}

/** What ConvoLab's executor of cells offers to those who want to know of an interrupt. */
interface ExecutorDoor {
  onInterrupt?(listener: () => void): () => void;
}

/**
 * Has the reader interrupted the cell, or the caller's signal been given? The executor rejects what the
 * cell awaits, but a training that breathes would go on behind its back: it asks here.
 */
export function watchInterruption(signal: AbortSignal | undefined): {
  stopped: () => boolean;
  close: () => void;
} {
  const door = (globalThis as Record<symbol, unknown>)[Symbol.for('convolab.executor')] as
    ExecutorDoor | undefined;
  let interrupted = false;
  const leave = door?.onInterrupt?.(() => {
    interrupted = true;
  });
  return {
    stopped: () => interrupted || signal?.aborted === true,
    close: () => leave?.(),
  };
}
