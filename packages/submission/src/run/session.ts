import { Executor, type RunEnd, type Reply } from 'nbconvert-ts-runner';
import { exerciseLimits } from './limits';
import { provisionFor } from './provision';
import type { Sandbox } from './sandbox';
import { endedBy, type EndedBy } from './death';

/** What a session may send us in the usual time. An exercise's answers take some kilobytes. */
const usualMs = 20_000;
const bounds = {
  maxOutputBytes: 8 * 1024 * 1024,
  maxFrameBytes: 1024 * 1024,
  maxTotalBytes: 16 * 1024 * 1024,
  maxValueNodes: 100_000,
};
/** Starting Node takes a tenth of a second; a machine under load gets more. */
const startTimeoutMs = 60_000;

export interface SessionOptions {
  /** ConvoLab's root: what imports are resolved from. */
  cwd: string;
  imports: string[];
  /** Models get room for their weights. Default: they are built on paper. */
  computes?: boolean | undefined;
  /** For all cells together, and again for all calls together, in milliseconds. */
  timeoutMs: number;
}

/**
 * One executor in one sandbox, for one exercise of one submission.
 *
 * Cells and calls have a time budget each, so that a slow cell takes nothing from a function. They count
 * only while the student's code is at work, not while we compile or compare.
 * Once it has ended, every further run and call comes back `dead` at once.
 */
export class Session {
  private readonly executor: Executor;
  private readonly seen = { overMemory: false };
  private readonly remainingMs: Record<'cells' | 'calls', number>;
  private ended: EndedBy | null = null;

  constructor(
    sandbox: Sandbox,
    private readonly options: SessionOptions,
  ) {
    this.remainingMs = { cells: options.timeoutMs, calls: options.timeoutMs };
    // All threads count, so several times the wall clock.
    const cpuSeconds = 30 + Math.ceil((8 * options.timeoutMs) / 1000);
    const { cwd, imports, computes } = options;
    const { readable, env, nodeArgs } = provisionFor(cwd, imports, computes);
    const launch = sandbox.launcher({
      limits: { ...exerciseLimits, cpuSeconds },
      readable,
      onOverMemory: () => (this.seen.overMemory = true),
    });
    this.executor = new Executor({
      cwd,
      launch,
      imports,
      env,
      nodeArgs,
      sandboxed: true,
      ...bounds,
      // Who may work for longer (a project trains) may answer more often: each answer stays as small.
      maxTotalBytes: bounds.maxTotalBytes * Math.max(1, options.timeoutMs / usualMs),
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
    const end = await this.timed('cells', (timeoutMs) =>
      this.executor.run(unit, cell, { timeoutMs }),
    );
    return end.kind === 'dead' ? this.end(end) : end;
  }

  /** Calls a function of the notebook, or one that it returned; brings back its arguments too. */
  call(target: Parameters<Executor['call']>[0], args: unknown[]): Promise<Answer> {
    return this.ask((timeoutMs) =>
      this.executor.call(target, args, { timeoutMs, withArguments: true }),
    );
  }

  /** Whether a name is a function there. A lie only leads to a call that fails. */
  async isFunction(name: string): Promise<boolean> {
    const reply = await this.ask((timeoutMs) => this.executor.typeOf(name, { timeoutMs }));
    return reply.kind === 'value' && reply.value === 'function';
  }

  close(): void {
    this.executor.kill();
  }

  private async ask(request: (timeoutMs: number) => Promise<Reply>): Promise<Answer> {
    if (this.ended) return { kind: 'ended', by: this.ended };
    const reply = await this.timed('calls', request);
    return reply.kind === 'dead' ? this.end(reply) : reply;
  }

  private async timed<T>(
    budget: 'cells' | 'calls',
    work: (timeoutMs: number) => Promise<T>,
  ): Promise<T> {
    const start = performance.now();
    try {
      return await work(Math.max(1, this.remainingMs[budget]));
    } finally {
      this.remainingMs[budget] -= performance.now() - start;
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

export type Answer = Exclude<Reply, { kind: 'dead' }> | Dead;
