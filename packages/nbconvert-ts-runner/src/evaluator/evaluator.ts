/**
 * A notebook at work: one compiler, one executor, cells one at a time.
 *
 * The kernel is the Jupyter protocol in front of this; `nbts run` is this without a protocol.
 */
import { compileError, deathError, runtimeError, stopped, type CellSource } from './cell-errors';
import { Compiler, CompilerDied, type CompilerOptions } from './compiler';
import { Executor } from './executor';
import type { ExecutorOptions } from './executor-options';
import type { RunEnd } from './pending';
import type { CellError, CellOutput, CellResult } from './types';

export interface EvaluatorOptions {
  /** Folder of the notebook: where relative imports and files of a cell are found. */
  cwd: string;
  onOutput?: (output: CellOutput) => void;
  env?: Record<string, string>;
  launch?: ExecutorOptions['launch'];
  compiler?: CompilerOptions;
}

export interface RunOptions {
  /** After this long the cell is stopped. None by default. */
  timeoutMs?: number;
  /** How errors name the cell; "cellule 3" where it is the third to run. */
  label?: string;
}

/** How long an interrupted cell may take to end by itself before its executor is replaced. */
const graceMs = 4000;

export class Evaluator {
  private readonly compiler: Compiler;
  private executor: Executor;
  private decl = '';
  private count = 0;
  private readonly sources = new Map<number, CellSource>();
  private queue: Promise<unknown> = Promise.resolve();
  /** Stops the cell that runs now. */
  private stop: ((kind: 'interrupted' | 'timeout') => void) | null = null;

  /** Starts both processes at once; the first cell waits for them. */
  constructor(private readonly options: EvaluatorOptions) {
    this.compiler = new Compiler({ cwd: options.cwd, ...options.compiler });
    this.executor = this.newExecutor();
  }

  /** Settles when the executor is up. */
  async start(): Promise<void> {
    await this.executor.ready;
  }

  /** Runs a cell after those before it; never rejects. Its output goes to `onOutput` meanwhile. */
  run(source: string, options: RunOptions = {}): Promise<CellResult> {
    const result = this.queue.then(() => this.runNow(source, options));
    this.queue = result;
    return result;
  }

  /**
   * Stops the running cell: its loop or its awaited call ends and the state stays. Where the cell does not
   * end within the grace, a new executor starts and the cell says so.
   */
  interrupt(): void {
    this.stop?.('interrupted');
  }

  complete(source: string, offset: number): ReturnType<Compiler['complete']> {
    return this.compiler.complete(this.decl, source, offset);
  }

  inspect(source: string, offset: number): Promise<string | null> {
    return this.compiler.inspect(this.decl, source, offset);
  }

  isComplete(source: string): ReturnType<Compiler['isComplete']> {
    return this.compiler.isComplete(source);
  }

  /** Forgets every variable: a new executor, and nothing declared. */
  async restart(): Promise<void> {
    const old = this.executor;
    this.replaceExecutor();
    old.kill();
    await old.exited;
  }

  async close(): Promise<void> {
    this.executor.kill();
    await Promise.all([this.compiler.close(), this.executor.exited]);
  }

  private newExecutor(): Executor {
    const { cwd, env, launch } = this.options;
    const executor: Executor = new Executor({
      cwd,
      env,
      launch,
      onOutput: (output) => {
        if (executor === this.executor) this.options.onOutput?.(output);
      },
    });
    return executor;
  }

  private replaceExecutor(): void {
    this.decl = '';
    this.executor = this.newExecutor();
  }

  private async runNow(source: string, { timeoutMs, label }: RunOptions): Promise<CellResult> {
    const cell = ++this.count;
    this.sources.set(cell, { source, label: label ?? `cellule ${cell}` });
    const replacedBefore = !this.executor.alive; // it died between cells
    if (replacedBefore) {
      this.replaceExecutor();
      this.options.onOutput?.({ type: 'stream', name: 'stderr', text: diedBetweenCells });
    }
    const before = new AbortController(); // an interrupt while the cell is compiled
    this.stop = () => {
      before.abort();
    };
    const compiled = await this.compile(source);
    await this.executor.ready;
    this.stop = null;
    if ('kind' in compiled) return failed(compiled, replacedBefore);
    if (before.signal.aborted) {
      const evalue = 'cellule interrompue avant de commencer ; les variables sont conservées.';
      return failed(stopped('interrupted', evalue), replacedBefore);
    }
    const { end, stoppedBy } = await this.execute(compiled.unit, cell, timeoutMs);
    if (end.kind === 'ok') {
      this.decl = compiled.decl;
      return { status: 'ok', executorReplaced: replacedBefore, result: end.result };
    }
    if (end.kind === 'dead') {
      this.replaceExecutor();
      return failed(stoppedBy ? tooLong(stoppedBy, timeoutMs) : deathError(end), true);
    }
    const error =
      stoppedBy === 'timeout' && end.thrown.interrupted
        ? stopped(
            'timeout',
            `arrêtée après ${inSeconds(timeoutMs)} ; les variables sont conservées.`,
          )
        : runtimeError(end.thrown, (number) => this.sources.get(number));
    return failed(error, replacedBefore);
  }

  private async compile(source: string) {
    try {
      const compiled = await this.compiler.compile(this.decl, source);
      return compiled.ok ? compiled : compileError(compiled.diagnostics, source);
    } catch (error) {
      if (!(error instanceof CompilerDied)) throw error;
      return stopped('compile', `le compilateur n'a pas su lire cette cellule. ${error.message}`);
    }
  }

  private async execute(
    unit: Parameters<Executor['run']>[0],
    cell: number,
    timeoutMs: number | undefined,
  ): Promise<{ end: RunEnd; stoppedBy: 'interrupted' | 'timeout' | null }> {
    const executor = this.executor;
    await executor.ready;
    let stoppedBy: 'interrupted' | 'timeout' | null = null;
    let grace: NodeJS.Timeout | undefined;
    const running = executor.run(unit, cell, {
      onStart: (run) => {
        this.stop = (kind) => {
          stoppedBy ??= kind;
          executor.interrupt(run);
          grace ??= setTimeout(() => {
            executor.kill('timeout', 'it did not stop');
          }, graceMs);
        };
      },
    });
    const limit =
      timeoutMs === undefined ? undefined : setTimeout(() => this.stop?.('timeout'), timeoutMs);
    const end = await running;
    this.stop = null;
    clearTimeout(limit);
    clearTimeout(grace);
    return { end, stoppedBy };
  }
}

const diedBetweenCells =
  "L'exécuteur s'était arrêté depuis la cellule précédente ; un nouveau a démarré. " +
  'Les variables sont perdues : exécutez de nouveau les cellules précédentes.\n';

function failed(error: CellError, executorReplaced: boolean): CellResult {
  return { status: 'error', error, executorReplaced };
}

function tooLong(kind: 'interrupted' | 'timeout', timeoutMs: number | undefined): CellError {
  const what = kind === 'timeout' ? `arrêtée après ${inSeconds(timeoutMs)}` : 'interrompue';
  return stopped(
    kind,
    `cellule ${what}, mais elle ne rendait pas la main : un nouvel exécuteur a démarré. ` +
      'Les variables sont perdues ; exécutez de nouveau les cellules précédentes.',
  );
}

function inSeconds(ms: number | undefined): string {
  return `${((ms ?? 0) / 1000).toLocaleString('fr-FR')} s`;
}
