import { createHash } from 'node:crypto';
import type { ChildProcess } from 'node:child_process';
import { Compiler, CompilerDied, type Compiled, type TypeAnswer } from 'nbconvert-ts-runner';
import { compilerLimits } from './limits';
import { processorMs } from './process-tree';
import type { Sandbox } from './sandbox';

/** What became of a cell's text: runnable, refused by TypeScript, or more than the compiler could take. */
export type Compilation = Compiled | Died;
interface Died {
  ok: 'died';
}

/**
 * A compiler in a sandbox of its own: a type may be built to take for ever, a reference may name a
 * file of ours. One serves many submissions, one cell at a time; what it has compiled it keeps for
 * one submission, whose exercises share their cells.
 *
 * Time is the compiler's own processor time, so that a loaded machine costs nobody a cell.
 */
export class CellCompiler {
  private readonly compiler: Compiler;
  private child: ChildProcess | null = null;
  private readonly known = new Map<string, Compilation>();
  private spentMs = 0;

  /**
   * @param cwd the folder that imports are resolved from
   * @param readable what the compiler may read: the types of the modules that cells import
   * @param timeoutMs for one cell
   */
  constructor(
    sandbox: Sandbox,
    cwd: string,
    readable: string[],
    readonly timeoutMs: number,
  ) {
    const launch = sandbox.launcher({ limits: compilerLimits, readable });
    this.compiler = new Compiler({
      cwd,
      launch: (process) => (this.child = launch(process)),
      timeoutMs: wallPerProcessor * timeoutMs,
    });
  }

  /** Forgets the submission before: what it spent, and what its cells came to. */
  startSubmission(): void {
    this.known.clear();
    this.spentMs = 0;
  }

  /** True once a submission has used up what its free cells may take: two cells' time. */
  get exhausted(): boolean {
    return this.spentMs > 2 * this.timeoutMs;
  }

  /** What a cell came to earlier in this submission, or undefined. */
  recall(declarations: string, source: string): Compilation | undefined {
    return this.known.get(keyOf(declarations, source));
  }

  /** @param declarations what the cells before it declared: `decl` of the last one that ran */
  async compile(declarations: string, source: string): Promise<Compilation> {
    const key = keyOf(declarations, source);
    const known = this.known.get(key);
    if (known) return known;
    const compilation = await this.attemptTwice(() => this.compiler.compile(declarations, source));
    this.known.set(key, compilation);
    return compilation;
  }

  /** What a type comes to, after these declarations. */
  resolveType(declarations: string, expression: string): Promise<TypeAnswer | Died> {
    return this.attemptTwice(() => this.compiler.resolveType(declarations, expression));
  }

  /** The processor time that the submission has taken so far, in milliseconds. */
  get spent(): number {
    return this.spentMs;
  }

  close(): Promise<void> {
    return this.compiler.close();
  }

  /** What a compiler dies of gets another one, in case it was the compiler. */
  private async attemptTwice<T extends { ok: boolean }>(work: () => Promise<T>): Promise<T | Died> {
    const first = await this.attempt(work);
    if (first.ok !== 'died') return first;
    // A compiler that cannot do the least is our fault, and must not cost a student anything.
    await this.compiler.compile('', '1');
    return this.attempt(work);
  }

  private async attempt<T>(work: () => Promise<T>): Promise<T | Died> {
    const clock = this.startClock();
    const watch = setInterval(() => {
      if (clock() > this.timeoutMs) this.child?.kill('SIGKILL');
    }, pollMs);
    try {
      return await work();
    } catch (error) {
      if (error instanceof CompilerDied) return { ok: 'died' };
      throw error;
    } finally {
      clearInterval(watch);
      this.spentMs += clock();
    }
  }

  /** @returns the milliseconds of work since now: of the processor, or of the clock where that is unknown */
  private startClock(): () => number {
    const start = performance.now();
    const pid = this.child?.pid ?? 0;
    const before = processorMs(pid);
    let last = 0;
    return () => {
      const now = processorMs(pid); // 0 once the process has ended
      last = before === 0 ? performance.now() - start : Math.max(last, now - before);
      return last;
    };
  }
}

/** What hangs without working is ended too: after so many times the time a cell may work. */
const wallPerProcessor = 5;
const pollMs = 100;

const keyOf = (declarations: string, source: string): string =>
  createHash('sha256').update(declarations).update('\0').update(source).digest('base64');
