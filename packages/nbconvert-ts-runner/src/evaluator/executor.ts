/** Our side of an executor's process: runs units, makes calls, and survives whatever it does. */
import { Channel, type Exit } from './channel';
import { executorFile, installationRoot, plainLauncher, type ProcessLauncher } from './launch';
import type { CallTarget, CellOutput, DeathReason, MimeBundle, Reply, Unit } from './types';
import { executorReplySchema, type ExecutorSettings, type Thrown } from './wire/messages';
import { FrameError } from './wire/frames';
import { decodeValue, encodeValue } from './wire/values';

export interface ExecutorOptions {
  /** Folder of the notebook. */
  cwd: string;
  launch?: ProcessLauncher;
  env?: Record<string, string>;
  /** Node's own options, before the file: `--max-old-space-size=512`. */
  nodeArgs?: string[];
  /** What cells show, as it comes. */
  onOutput?: (output: CellOutput) => void;
  /** All output together; the executor that passes it is ended. */
  maxOutputBytes?: number;
  /** One reply; a larger one ends the executor. */
  maxFrameBytes?: number;
  /** The only modules cells may import; null (default) allows all. */
  imports?: string[] | null;
  /** True where a grade is decided: `check` does nothing, nothing is looked for outside `cwd`. */
  sandboxed?: boolean;
}

/** How a run ended, before anybody puts it into words. */
export type RunEnd =
  | { kind: 'ok'; result?: { data: MimeBundle; metadata: Record<string, unknown> } }
  | { kind: 'thrown'; thrown: Thrown }
  | { kind: 'dead'; reason: DeathReason; detail: string };

type Settle = (end: Settled) => void;
type Settled =
  | {
      type: 'done';
      result?: { data: MimeBundle; metadata: Record<string, unknown> };
      thrown?: Thrown;
    }
  | { type: 'reply'; reply: Reply };

interface Pending {
  settle: Settle;
  die: (reason: DeathReason, detail: string) => void;
}

export class Executor {
  /** Settles when it is ready for work, or has died before. */
  readonly ready: Promise<void>;
  readonly exited: Promise<Exit>;
  private readonly channel: Channel;
  private readonly pending = new Map<number, Pending>();
  private nextId = 1;
  private death: { reason: DeathReason; detail: string } | null = null;
  private outputBytes = 0;
  private becomeReady: () => void = () => undefined;

  constructor(private readonly options: ExecutorOptions) {
    const { cwd, env = {}, nodeArgs = [], imports = null, sandboxed = false } = options;
    const fallbackDir = sandboxed ? null : installationRoot();
    const settings: ExecutorSettings = { cwd, imports, sandboxed, fallbackDir };
    const file = executorFile();
    const child = (options.launch ?? plainLauncher)({
      args: [...nodeArgs, file, JSON.stringify(settings)],
      cwd,
      env: { TF_CPP_MIN_LOG_LEVEL: '2', ...env },
      files: [file],
    });
    this.ready = new Promise((resolve) => (this.becomeReady = resolve));
    this.channel = new Channel(
      child,
      (message) => {
        this.receive(message);
      },
      (error) => {
        const reason = error instanceof FrameError ? error.reason : 'protocol';
        this.die(reason, error.message);
      },
      options.maxFrameBytes,
    );
    for (const name of ['stdout', 'stderr'] as const) {
      const decoder = new TextDecoder();
      child[name]?.on('data', (chunk: Buffer) => {
        this.show({ type: 'stream', name, text: decoder.decode(chunk, { stream: true }) });
      });
    }
    this.exited = this.channel.exited;
    void this.exited.then(({ code, signal }) => {
      this.die(
        signal || code === null ? 'crash' : 'exit',
        signal ? `signal ${signal}` : `code ${String(code)}`,
      );
      this.becomeReady();
    });
  }

  get alive(): boolean {
    return this.death === null;
  }

  get pid(): number | undefined {
    return this.channel.child.pid;
  }

  /** Runs a compiled cell; never rejects. `cell` names it in stacks. */
  run(unit: Unit, cell: number, onStart?: (run: number) => void): Promise<RunEnd> {
    return new Promise((resolve) => {
      const id = this.expect({
        settle: (end) => {
          // What child processes and native code wrote comes by another pipe: let it in first.
          setImmediate(() => setImmediate(() => resolve(runEnd(end))));
        },
        die: (reason, detail) => {
          resolve({ kind: 'dead', reason, detail });
        },
      });
      onStart?.(id);
      this.channel.send({ id, op: 'run', unit, cell });
      this.failIfDead();
    });
  }

  /** Calls a function of the notebook; after `timeoutMs` without an answer the executor is ended. */
  call(target: CallTarget, args: unknown[], o: { timeoutMs?: number } = {}): Promise<Reply> {
    return new Promise((resolve) => {
      const timer =
        o.timeoutMs === undefined
          ? undefined
          : setTimeout(() => {
              this.die('timeout', `no answer within ${String(o.timeoutMs)} ms`);
              this.kill();
            }, o.timeoutMs);
      const finish = (reply: Reply): void => {
        clearTimeout(timer);
        resolve(reply);
      };
      const id = this.expect({
        settle: (end) => {
          finish(end.type === 'reply' ? end.reply : dead('protocol', 'a run was reported'));
        },
        die: (reason, detail) => {
          finish(dead(reason, detail));
        },
      });
      this.channel.send({ id, op: 'call', target, args: args.map((arg) => encodeValue(arg)) });
      this.failIfDead();
    });
  }

  /** Ends the run: its awaited calls at once, a loop half a second later (not in a sandbox). */
  interrupt(run: number): void {
    this.channel.send({ op: 'interrupt', run });
  }

  /** Ends the process now; calls and runs under way come back as dead, for the reason given. */
  kill(reason: DeathReason = 'crash', detail = 'it was ended'): void {
    this.die(reason, detail);
    this.channel.kill();
  }

  private expect(pending: Pending): number {
    const id = this.nextId++;
    this.pending.set(id, pending);
    return id;
  }

  private receive(message: unknown): void {
    const reply = executorReplySchema.parse(message);
    switch (reply.type) {
      case 'ready':
        this.becomeReady();
        return;
      case 'output':
        this.show(reply.output);
        return;
      case 'done':
        this.settle(reply.id, { type: 'done', result: reply.result, thrown: reply.thrown });
        return;
      case 'value':
        this.settle(reply.id, {
          type: 'reply',
          reply: { kind: 'value', value: decodeValue(reply.value) },
        });
        return;
      case 'handle':
        this.settle(reply.id, {
          type: 'reply',
          reply: { kind: 'handle', handle: reply.handle, what: reply.what },
        });
        return;
      case 'thrown':
        this.settle(reply.id, {
          type: 'reply',
          reply: { kind: 'thrown', name: reply.name, message: reply.message },
        });
    }
  }

  /** A reply that nobody waits for is dropped: it answers nothing. */
  private settle(id: number, end: Settled): void {
    const pending = this.pending.get(id);
    this.pending.delete(id);
    pending?.settle(end);
  }

  private show(output: CellOutput): void {
    if (this.death) return;
    this.outputBytes +=
      output.type === 'stream' ? output.text.length : JSON.stringify(output).length;
    const limit = this.options.maxOutputBytes;
    if (limit !== undefined && this.outputBytes > limit) {
      this.kill('too-large', `more than ${limit} bytes of output`);
      return;
    }
    this.options.onOutput?.(output);
  }

  private die(reason: DeathReason, detail: string): void {
    this.death ??= { reason, detail };
    this.failIfDead();
  }

  private failIfDead(): void {
    if (!this.death) return;
    const pending = [...this.pending.values()];
    this.pending.clear();
    for (const { die } of pending) die(this.death.reason, this.death.detail);
  }
}

function dead(reason: DeathReason, detail: string): Reply {
  return { kind: 'dead', reason, detail };
}

function runEnd(end: Settled): RunEnd {
  if (end.type === 'reply') {
    return { kind: 'dead', reason: 'protocol', detail: 'a call was answered in place of a run' };
  }
  if (end.thrown) return { kind: 'thrown', thrown: end.thrown };
  return end.result ? { kind: 'ok', result: end.result } : { kind: 'ok' };
}
