/** Our side of an executor's process: runs units, makes calls, and survives whatever it does. */
import { Channel, type Exit } from './channel';
import type { CallRequest, ExecutorOptions, RunRequest } from './executor-options';
import { executorFile, installationRoot, plainLauncher } from './launch';
import { dead, PendingRequests, runEnd, UnaskedError, type Pending, type RunEnd } from './pending';
import type { CallTarget, CellOutput, DeathReason, Reply, Unit } from './types';
import { encodeArgument } from './wire/fixture';
import { executorReplySchema, type CallReply, type ExecutorSettings } from './wire/messages';
import { FrameError } from './wire/frames';
import { decodeValue } from './wire/decode';
import { TooLargeError } from './wire/values';

export class Executor {
  /** Settles when it is ready for work, or has died before. */
  readonly ready: Promise<void>;
  readonly exited: Promise<Exit>;
  private readonly channel: Channel;
  private readonly pending = new PendingRequests();
  private death: { reason: DeathReason; detail: string } | null = null;
  private outputBytes = 0;
  private heardReady = false;
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
        this.die(reasonOf(error), error.message);
      },
      { frameBytes: options.maxFrameBytes, totalBytes: options.maxTotalBytes },
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
  run(unit: Unit, cell: number, { timeoutMs, onStart, place }: RunRequest = {}): Promise<RunEnd> {
    return new Promise((resolve) => {
      const id = this.expect(timeoutMs, {
        settle: (end) => {
          // What child processes and native code wrote comes by another pipe: let it in first.
          setImmediate(() => setImmediate(() => resolve(runEnd(end))));
        },
        die: (reason, detail) => {
          resolve({ kind: 'dead', reason, detail });
        },
      });
      onStart?.(id);
      this.channel.send({ id, op: 'run', unit, cell, place });
      this.failIfDead();
    });
  }

  /** Calls a function of the notebook, or one that it returned. An argument may name a `Fixture`. */
  call(
    target: CallTarget,
    args: unknown[],
    { timeoutMs, withArguments }: CallRequest = {},
  ): Promise<Reply> {
    const wire = args.map((arg) => encodeArgument(arg));
    return this.ask({ op: 'call', target, args: wire, withArguments }, timeoutMs);
  }

  /** What `typeof` says of a name that cells declared; the reply is a value. */
  typeOf(name: string, { timeoutMs }: { timeoutMs?: number } = {}): Promise<Reply> {
    return this.ask({ op: 'typeof', name }, timeoutMs);
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

  private ask(request: object, timeoutMs?: number): Promise<Reply> {
    return new Promise((resolve) => {
      const id = this.expect(timeoutMs, {
        settle: (end) => {
          resolve(end.type === 'reply' ? end.reply : dead('protocol', 'a run was reported'));
        },
        die: (reason, detail) => {
          resolve(dead(reason, detail));
        },
      });
      this.channel.send({ id, ...request });
      this.failIfDead();
    });
  }

  private expect(timeoutMs: number | undefined, pending: Pending): number {
    return this.pending.add(pending, timeoutMs, () => {
      this.kill('timeout', `no answer within ${String(timeoutMs)} ms`);
    });
  }

  private receive(message: unknown): void {
    if (this.death) return;
    const reply = executorReplySchema.parse(message);
    switch (reply.type) {
      case 'ready':
        if (this.heardReady) throw new UnaskedError('it was ready twice');
        this.heardReady = true;
        this.becomeReady();
        return;
      case 'output':
        this.show(reply.output);
        return;
      case 'limit':
        if (!this.options.onLimit) throw new UnaskedError('it asked for a time limit');
        this.options.onLimit(reply.limit);
        return;
      case 'question':
        this.answer(reply.question, reply.expression);
        return;
      case 'done':
        this.pending.settle(reply.id, { type: 'done', result: reply.result, thrown: reply.thrown });
        return;
      default:
        this.pending.settle(reply.id, { type: 'reply', reply: this.replyOf(reply) });
    }
  }

  private replyOf(message: CallReply): Reply {
    const limits = { maxNodes: this.options.maxValueNodes };
    const args = message.args && (decodeValue(message.args, limits) as unknown[]);
    switch (message.type) {
      case 'value':
        return { kind: 'value', value: decodeValue(message.value, limits), args };
      case 'handle':
        return { kind: 'handle', handle: message.handle, what: message.what, args };
      case 'thrown':
        return { kind: 'thrown', name: message.name, message: message.message, args };
    }
  }

  private answer(question: number, expression: string): void {
    const { onTypeQuestion } = this.options;
    if (!onTypeQuestion) throw new UnaskedError('it asked a question, and nobody answers any');
    void onTypeQuestion(expression).then((answer) => {
      this.channel.send({ op: 'answer', question, answer });
    });
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
    if (this.death) this.pending.dieAll(this.death.reason, this.death.detail);
  }
}

function reasonOf(error: Error): DeathReason {
  if (error instanceof FrameError) return error.reason;
  return error instanceof TooLargeError ? 'too-large' : 'protocol';
}
