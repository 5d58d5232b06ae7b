/**
 * One cell at work in an executor, and those who may stop it: the reader, the time limit of the cell, and
 * the time limit of a call that a library in the cell watches over.
 */
import { stopped } from './cell-errors';
import type { Executor } from './executor';
import type { RunEnd } from './pending';
import type { CellError, CellPlace, Unit } from './types';
import type { CallLimit } from './wire/messages';

/** How long a stopped cell may take to end by itself before its executor is given up. */
const graceMs = 4000;

/** Why a cell is stopped, and the sentence that says so. */
export interface Stop {
  kind: 'interrupted' | 'timeout';
  sentence: string;
}

export interface CellEnd {
  end: RunEnd;
  stop: Stop | null;
  /** The call that was watched over when the cell ended. */
  limit: CallLimit | null;
}

export class RunningCell {
  private run: number | null = null;
  private stoppedBy: Stop | null = null;
  private limit: CallLimit | null = null;
  private limitTimer: NodeJS.Timeout | undefined;
  private graceTimer: NodeJS.Timeout | undefined;

  constructor(private readonly executor: Executor) {}

  /** Runs the cell to its end, whatever that is; never rejects. */
  async toEnd(
    unit: Unit,
    cell: number,
    { timeoutMs, place }: { timeoutMs?: number | undefined; place?: CellPlace | undefined },
  ): Promise<CellEnd> {
    const onStart = (run: number): void => {
      this.run = run;
    };
    const running = this.executor.run(unit, cell, { onStart, place });
    const timer =
      timeoutMs === undefined
        ? undefined
        : setTimeout(() => this.stop({ kind: 'timeout', sentence: late(timeoutMs) }), timeoutMs);
    const end = await running;
    for (const each of [timer, this.limitTimer, this.graceTimer]) clearTimeout(each);
    this.run = null;
    return { end, stop: this.stoppedBy, limit: this.limit };
  }

  /** Ends its loop or its awaited calls; an executor that does not give up within the grace is ended. */
  stop(reason: Stop): void {
    if (this.run === null) return;
    this.stoppedBy ??= reason;
    this.executor.interrupt(this.run);
    this.graceTimer ??= setTimeout(() => {
      this.executor.kill('timeout', 'it did not stop');
    }, graceMs);
  }

  /** What the cell asks for: to be stopped when the call that it makes now is late; null ends that. */
  watch(limit: CallLimit | null): void {
    clearTimeout(this.limitTimer);
    this.limit = limit;
    if (limit === null || this.run === null) return;
    this.limitTimer = setTimeout(() => {
      this.stop({ kind: 'timeout', sentence: limit.late });
    }, limit.ms);
  }
}

/** The reader's own stop. */
export const interruption: Stop = { kind: 'interrupted', sentence: 'Cellule interrompue.' };

function late(ms: number): string {
  return `Cellule arrêtée après ${(ms / 1000).toLocaleString('fr-FR')} s.`;
}

/** A stopped cell in words: what stopped it, and what became of the variables. */
export function stoppedError({ kind, sentence }: Stop, executorLost: boolean): CellError {
  const variables = executorLost
    ? 'Elle ne rendait pas la main : un nouvel exécuteur a démarré. Les variables sont perdues ; ' +
      'exécutez de nouveau les cellules précédentes.'
    : 'Les variables sont conservées.';
  return stopped(kind, `${sentence} ${variables}`);
}
