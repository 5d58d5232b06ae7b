/** Our side of the compiler's process: warm, stateless between calls, started again when it dies. */
import type { z } from 'zod';
import { Channel } from './channel';
import { afterDeadline } from './deadline';
import { compilerArgs, plainLauncher, type ProcessLauncher } from './launch';
import type { Compiled, TypeAnswer } from './types';
import {
  compiledSchema,
  compilerReplySchema,
  completenessSchema,
  completionSchema,
  inspectionSchema,
  typeAnswerSchema,
  type CompilerRequest,
} from './wire/messages';

/** Raised when a source brings the compiler down or keeps it too long; the next call gets a new one. */
export class CompilerDied extends Error {
  override name = 'CompilerDied';
}

export interface CompilerOptions {
  /** Folder of the notebook: where relative imports of a cell are looked for. */
  cwd?: string;
  launch?: ProcessLauncher;
  /** How long one source may take, in milliseconds. */
  timeoutMs?: number;
  /** False starts it plainly, without the snapshot. */
  snapshot?: boolean;
}

type Distribute<T> = T extends { id: number } ? Omit<T, 'id'> : never;
type Request = Distribute<CompilerRequest>;
interface Waiting {
  request: CompilerRequest;
  resolve: (value: unknown) => void;
  reject: (error: Error) => void;
  /** Calls off its deadline. */
  callOff: () => void;
}

export class Compiler {
  private channel: Channel | null = null;
  private readonly waiting = new Map<number, Waiting>();
  private nextId = 1;
  private snapshot: boolean;
  private ready = false;
  private closed = false;
  private readonly cwd: string;

  constructor(private readonly options: CompilerOptions = {}) {
    this.snapshot = options.snapshot ?? true;
    this.cwd = options.cwd ?? process.cwd();
    this.start();
  }

  /**
   * Compiles one cell, checked strictly.
   * @param prevDecl what the cells before it declared: `decl` of the last one that ran, '' at first
   * @param cwd the notebook's folder, where it is not the one given to the constructor
   * @throws CompilerDied when the source took too long or brought the compiler down
   */
  compile(prevDecl: string, source: string, cwd = this.cwd): Promise<Compiled> {
    return this.ask({ op: 'compile', cwd, prevDecl, source }, compiledSchema);
  }

  /** Names that fit at `offset` (UTF-16 units). */
  complete(
    prevDecl: string,
    source: string,
    offset: number,
  ): Promise<z.infer<typeof completionSchema>> {
    return this.ask({ op: 'complete', cwd: this.cwd, prevDecl, source, offset }, completionSchema);
  }

  /** Type and documentation of what stands at `offset`, as text; null where there is nothing. */
  inspect(prevDecl: string, source: string, offset: number): Promise<string | null> {
    return this.ask({ op: 'inspect', cwd: this.cwd, prevDecl, source, offset }, inspectionSchema);
  }

  isComplete(source: string): Promise<z.infer<typeof completenessSchema>> {
    return this.ask({ op: 'isComplete', source }, completenessSchema);
  }

  /**
   * What a type comes to, where nothing is imported.
   * @param expression `ConvOut<7, 3>`
   * @param timeoutMs for this question, where it is not the time for any source
   */
  resolveType(prevDecl: string, expression: string, timeoutMs?: number): Promise<TypeAnswer> {
    return this.ask({ op: 'type', prevDecl, expression }, typeAnswerSchema, timeoutMs);
  }

  async close(): Promise<void> {
    this.closed = true;
    const channel = this.channel;
    this.failAll('the compiler was closed');
    channel?.kill();
    await channel?.exited;
  }

  private ask<T>(
    request: Request,
    schema: z.ZodType<T>,
    timeoutMs = this.options.timeoutMs ?? defaultTimeoutMs,
  ): Promise<T> {
    if (this.closed) return Promise.reject(new CompilerDied('the compiler was closed'));
    if (!this.channel) this.start();
    const id = this.nextId++;
    const answer = new Promise<unknown>((resolve, reject) => {
      const callOff = afterDeadline(timeoutMs, () => {
        this.abandon(`no answer within ${timeoutMs} ms`);
      });
      this.waiting.set(id, { request: { ...request, id }, resolve, reject, callOff });
    });
    this.channel!.send({ ...request, id });
    return answer.then((value) => schema.parse(value));
  }

  private start(): void {
    const { args, files } = compilerArgs({ snapshot: this.snapshot });
    const child = (this.options.launch ?? plainLauncher)({ args, cwd: this.cwd, env: {}, files });
    child.stdout?.resume();
    child.stderr?.resume();
    this.ready = false;
    const channel = new Channel(
      child,
      (message) => {
        this.receive(message);
      },
      (error) => {
        this.abandon(error.message);
      },
    );
    this.channel = channel;
    void channel.exited.then(({ code, signal }) => {
      if (this.channel !== channel) return;
      this.channel = null;
      this.retryPlainly(`it ended (code ${String(code)}, signal ${String(signal)})`);
    });
  }

  /** A snapshot that this Node refuses ends before it is ready: then the plain file does the work, what waits included. */
  private retryPlainly(reason: string): void {
    if (!this.snapshot || this.ready || this.closed) {
      this.failAll(reason);
      return;
    }
    this.snapshot = false;
    this.start();
    for (const { request } of this.waiting.values()) this.channel!.send(request);
  }

  private receive(message: unknown): void {
    const reply = compilerReplySchema.parse(message);
    if (reply.type === 'ready') {
      this.ready = true;
      return;
    }
    const waiting = this.waiting.get(reply.id);
    if (!waiting) return;
    this.waiting.delete(reply.id);
    waiting.callOff();
    if (reply.type === 'reply') waiting.resolve(reply.value);
    else waiting.reject(new CompilerDied(`the compiler failed: ${reply.message}`));
  }

  private abandon(reason: string): void {
    this.channel?.kill();
    this.channel = null;
    this.failAll(reason);
  }

  private failAll(reason: string): void {
    for (const { reject, callOff } of this.waiting.values()) {
      callOff();
      reject(new CompilerDied(`Cannot compile the cell: ${reason}.`));
    }
    this.waiting.clear();
  }
}

const defaultTimeoutMs = 60_000;
