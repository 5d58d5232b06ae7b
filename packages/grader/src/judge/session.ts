import { Executor, type RunEnd, type Reply } from 'nbconvert-ts-runner';
import { exerciseLimits } from '../sandbox/limits';
import type { Sandbox } from '../sandbox/sandbox';
import { endedBy, type EndedBy } from './death';

const maxOutputBytes = 8 * 1024 * 1024;
const maxReplyBytes = 16 * 1024 * 1024;
/** Starting Node takes a tenth of a second; a machine under load gets more. */
const startTimeoutMs = 60_000;

export interface SessionOptions {
  cwd: string;
  imports: string[];
  /** For all that the student's code does here, cells and calls together, in milliseconds. */
  timeoutMs: number;
}

/**
 * One executor in one sandbox, for one exercise of one submission.
 *
 * The time budget counts only while the student's code is at work, not while we compile or compare.
 * Once it has ended, every further run and call comes back `dead` at once.
 */
export class Session {
  private readonly executor: Executor;
  private readonly seen = { overMemory: false };
  private remainingMs: number;
  private ended: EndedBy | null = null;

  constructor(
    sandbox: Sandbox,
    private readonly options: SessionOptions,
  ) {
    this.remainingMs = options.timeoutMs;
    // All threads count, so several times the wall clock.
    const cpuSeconds = 30 + Math.ceil((4 * options.timeoutMs) / 1000);
    const launch = sandbox.launcher({
      limits: { ...exerciseLimits, cpuSeconds },
      onOverMemory: () => (this.seen.overMemory = true),
    });
    const { cwd, imports } = options;
    this.executor = new Executor({
      cwd,
      launch,
      imports,
      sandboxed: true,
      maxOutputBytes,
      maxFrameBytes: maxReplyBytes,
      // What a submission prints is nobody's business here: it could print hidden inputs.
      onOutput: () => undefined,
    });
  }

  get timeoutMs(): number {
    return this.options.timeoutMs;
  }

  /** @throws Error when our own process does not start: no student's code has run yet */
  async ready(): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => {
        reject(
          new Error(
            'Cannot start an executor: it was not ready within 60 s; is the machine overloaded?',
          ),
        );
      }, startTimeoutMs);
    });
    await Promise.race([this.executor.ready, late]).finally(() => {
      clearTimeout(timer);
    });
    if (!this.executor.alive) {
      throw new Error(
        'Cannot start an executor: it ended before any cell ran; run npm run doctor.',
      );
    }
  }

  /** Runs a compiled cell. */
  async run(unit: Parameters<Executor['run']>[0], cell: number): Promise<RunEnd | Dead> {
    if (this.ended) return { kind: 'ended', by: this.ended };
    const end = await this.timed((ms) => {
      const timer = setTimeout(() => {
        this.executor.kill('timeout', 'time is up');
      }, ms);
      return this.executor.run(unit, cell).finally(() => {
        clearTimeout(timer);
      });
    });
    return end.kind === 'dead' ? this.end(end) : end;
  }

  /** Calls a function of the notebook, or one that it returned. */
  async call(
    target: Parameters<Executor['call']>[0],
    args: unknown[],
  ): Promise<Exclude<Reply, { kind: 'dead' }> | Dead> {
    if (this.ended) return { kind: 'ended', by: this.ended };
    const reply = await this.timed((timeoutMs) => this.executor.call(target, args, { timeoutMs }));
    return reply.kind === 'dead' ? this.end(reply) : reply;
  }

  close(): void {
    this.executor.kill();
  }

  private async timed<T>(work: (timeoutMs: number) => Promise<T>): Promise<T> {
    const start = performance.now();
    try {
      return await work(Math.max(1, this.remainingMs));
    } finally {
      this.remainingMs -= performance.now() - start;
    }
  }

  private end({ reason, detail }: Extract<RunEnd, { kind: 'dead' }>): Dead {
    this.ended = endedBy(reason, detail, this.seen);
    this.executor.kill();
    return { kind: 'ended', by: this.ended };
  }
}

export interface Dead {
  kind: 'ended';
  by: EndedBy;
}
