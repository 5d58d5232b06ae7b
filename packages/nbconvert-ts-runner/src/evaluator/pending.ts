/** What an executor was asked and has not answered yet. */
import { afterDeadline } from './deadline';
import type { DeathReason, MimeBundle, Reply } from './types';
import type { Thrown } from './wire/messages';

/** How a run ended, before anybody puts it into words. */
export type RunEnd =
  | { kind: 'ok'; result?: { data: MimeBundle; metadata: Record<string, unknown> } }
  | { kind: 'thrown'; thrown: Thrown }
  | { kind: 'dead'; reason: DeathReason; detail: string };

export type Settled =
  | {
      type: 'done';
      result?: { data: MimeBundle; metadata: Record<string, unknown> };
      thrown?: Thrown;
    }
  | { type: 'reply'; reply: Reply };

export interface Pending {
  settle: (end: Settled) => void;
  die: (reason: DeathReason, detail: string) => void;
}

/** Raised for a message that nobody asked for: whoever sends one is not our executor any more. */
export class UnaskedError extends Error {
  override name = 'UnaskedError';
}

export class PendingRequests {
  private readonly byId = new Map<number, Pending>();
  private nextId = 1;

  /**
   * @param onLate told when `timeoutMs` have passed without an answer
   * @returns the request's number
   */
  add(pending: Pending, timeoutMs: number | undefined, onLate: () => void): number {
    const id = this.nextId++;
    const callOff = timeoutMs === undefined ? () => undefined : afterDeadline(timeoutMs, onLate);
    this.byId.set(id, {
      settle: (end) => {
        callOff();
        pending.settle(end);
      },
      die: (reason, detail) => {
        callOff();
        pending.die(reason, detail);
      },
    });
    return id;
  }

  /** @throws UnaskedError when nobody waits for this answer */
  settle(id: number, end: Settled): void {
    const pending = this.byId.get(id);
    if (!pending) throw new UnaskedError(`it answered ${id}, which nobody had asked`);
    this.byId.delete(id);
    pending.settle(end);
  }

  dieAll(reason: DeathReason, detail: string): void {
    const pending = [...this.byId.values()];
    this.byId.clear();
    for (const { die } of pending) die(reason, detail);
  }
}

export function dead(reason: DeathReason, detail: string): Reply {
  return { kind: 'dead', reason, detail };
}

export function runEnd(end: Settled): RunEnd {
  if (end.type === 'reply') {
    return { kind: 'dead', reason: 'protocol', detail: 'a call was answered in place of a run' };
  }
  if (end.thrown) return { kind: 'thrown', thrown: end.thrown };
  return end.result ? { kind: 'ok', result: end.result } : { kind: 'ok' };
}
