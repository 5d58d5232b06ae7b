/**
 * Cells wait here for their turn, and are given up together when one before them fails.
 *
 * "Run All" sends all its cells at once. When one fails and asked for it (`stop_on_error`), those sent
 * with it must not run: those that wait here, and those still on their way. A cell that was sent after
 * the failure was known must run. The two are told apart without trusting two clocks to agree: the
 * failed cell's own sending time plus the time it spent with us is, by the sender's clock, no later than
 * our answer; whatever the same sender sent before that moment cannot have been sent knowing of it.
 */
export interface QueuedCell {
  /** Who sent it; times of different senders are not compared. */
  session: string;
  /** Milliseconds by the sender's clock; NaN when unknown. */
  sentAt: number;
}

export interface ExecuteQueueOptions<Cell> {
  /** Runs one cell to its end; resolves with true when the cells behind it must be given up. */
  run: (cell: Cell) => Promise<boolean>;
  /** Answers for a cell that will not run. */
  abort: (cell: Cell) => void;
  /** Milliseconds by our clock. */
  now?: () => number;
}

export class ExecuteQueue<Cell extends QueuedCell> {
  private readonly waiting: { cell: Cell; arrivedAt: number }[] = [];
  private busy = false;
  private failure: { session: string; knownAt: number } | undefined;
  private readonly now: () => number;

  constructor(private readonly options: ExecuteQueueOptions<Cell>) {
    this.now = options.now ?? (() => performance.now());
  }

  push(cell: Cell): void {
    if (this.sentBeforeFailureWasKnown(cell)) {
      this.options.abort(cell);
      return;
    }
    this.waiting.push({ cell, arrivedAt: this.now() });
    if (!this.busy) void this.runAll();
  }

  private async runAll(): Promise<void> {
    this.busy = true;
    for (let next = this.waiting.shift(); next !== undefined; next = this.waiting.shift()) {
      const { cell, arrivedAt } = next;
      const mustStop = await this.options.run(cell);
      if (!mustStop) continue;
      this.failure = {
        session: cell.session,
        knownAt: cell.sentAt + (this.now() - arrivedAt),
      };
      for (const given of this.waiting.splice(0)) this.options.abort(given.cell);
    }
    this.busy = false;
  }

  private sentBeforeFailureWasKnown({ session, sentAt }: QueuedCell): boolean {
    return this.failure?.session === session && sentAt < this.failure.knownAt;
  }
}
