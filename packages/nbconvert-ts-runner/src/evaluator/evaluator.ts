/**
 * A notebook at work: one compiler, one executor, cells one at a time.
 *
 * The kernel is the Jupyter protocol in front of this; `nbts run` is this without a protocol.
 */
import { compileError, deathError, runtimeError, stopped, type CellSource } from './cell-errors';
import { Compiler, CompilerDied, type CompilerOptions } from './compiler';
import { Executor } from './executor';
import type { ExecutorOptions } from './executor-options';
import { interruption, RunningCell, stoppedError } from './running-cell';
import { TypeQuestions } from './type-questions';
import type { CellError, CellOutput, CellPlace, CellResult } from './types';

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
  /** The cell's id in its notebook, where it is known. */
  cellId?: string | undefined;
}

/** How many texts of one cell are remembered. */
const maxTexts = 10;

export class Evaluator {
  private readonly compiler: Compiler;
  private readonly typeQuestions: TypeQuestions;
  private executor: Executor;
  private decl = '';
  private count = 0;
  private readonly sources = new Map<number, CellSource>();
  private queue: Promise<unknown> = Promise.resolve();
  /** By the id of a notebook's cell, the texts that it was run with. */
  private readonly texts = new Map<string, string[]>();
  /** By their ids, the cells whose last run failed in this executor. */
  private readonly failedCells = new Set<string>();
  /** The cell that runs now. */
  private running: RunningCell | null = null;
  /** Gives up the cell that waits for the compiler or its executor. */
  private giveUp: (() => void) | null = null;

  /** Starts both processes at once; the first cell waits for them. */
  constructor(private readonly options: EvaluatorOptions) {
    this.compiler = new Compiler({ cwd: options.cwd, ...options.compiler });
    this.typeQuestions = new TypeQuestions(this.compiler);
    this.executor = this.newExecutor();
  }

  /** Settles when the executor is up. */
  async start(): Promise<void> {
    await this.executor.ready;
  }

  /** Runs a cell after those before it; never rejects. Its output goes to `onOutput` meanwhile. */
  run(source: string, options: RunOptions = {}): Promise<CellResult> {
    const result = this.queue.then(async () => {
      const ended = await this.runNow(source, options);
      this.remember(options.cellId, ended);
      return ended;
    });
    this.queue = result;
    return result;
  }

  /**
   * Stops the running cell: its loop or its awaited call ends and the state stays. Where the cell does not
   * end within the grace, a new executor starts and the cell says so.
   */
  interrupt(): void {
    this.giveUp?.();
    this.running?.stop(interruption);
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
      onLimit: (limit) => {
        if (executor === this.executor) this.running?.watch(limit);
      },
      onTypeQuestion: (expression) => this.typeQuestions.answer(expression),
    });
    return executor;
  }

  private replaceExecutor(): void {
    this.decl = '';
    this.failedCells.clear();
    this.executor = this.newExecutor();
  }

  private async runNow(
    source: string,
    { timeoutMs, label, cellId }: RunOptions,
  ): Promise<CellResult> {
    const cell = ++this.count;
    this.sources.set(cell, { source, label: label ?? `cellule ${cell}` });
    const place = cellId === undefined ? undefined : this.placeOf(cellId, source);
    const replacedBefore = !this.executor.alive; // it died between cells
    if (replacedBefore) {
      this.replaceExecutor();
      this.options.onOutput?.({ type: 'stream', name: 'stderr', text: diedBetweenCells });
    }
    const before = new AbortController(); // an interrupt while the cell is compiled
    this.giveUp = () => {
      before.abort();
    };
    const compiled = await this.compile(source);
    await this.executor.ready;
    this.giveUp = null;
    if ('kind' in compiled) return failed(compiled, replacedBefore);
    if (before.signal.aborted) {
      const sentence = 'Cellule interrompue avant de commencer.';
      return failed(stoppedError({ kind: 'interrupted', sentence }, false), replacedBefore);
    }
    this.typeQuestions.begin(compiled.decl);
    this.running = new RunningCell(this.executor);
    const { end, stop, limit } = await this.running.toEnd(compiled.unit, cell, {
      timeoutMs,
      place,
    });
    this.running = null;
    if (end.kind === 'ok') {
      this.decl = compiled.decl;
      return { status: 'ok', executorReplaced: replacedBefore, result: end.result };
    }
    if (end.kind === 'dead') {
      this.replaceExecutor();
      return failed(stop ? stoppedError(stop, true) : deathError(end, limit?.died), true);
    }
    const error = end.thrown.interrupted
      ? stoppedError(stop ?? interruption, false)
      : runtimeError(end.thrown, (number) => this.sources.get(number));
    return failed(error, replacedBefore);
  }

  private placeOf(id: string, source: string): CellPlace {
    const texts = [...(this.texts.get(id) ?? []), source].slice(-maxTexts);
    this.texts.set(id, texts);
    return { id, texts, failed: [...this.failedCells] };
  }

  private remember(id: string | undefined, { status }: CellResult): void {
    if (id === undefined) return;
    if (status === 'error') this.failedCells.add(id);
    else this.failedCells.delete(id);
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
}

const diedBetweenCells =
  "L'exécuteur s'était arrêté depuis la cellule précédente ; un nouveau a démarré. " +
  'Les variables sont perdues : exécutez de nouveau les cellules précédentes.\n';

function failed(error: CellError, executorReplaced: boolean): CellResult {
  return { status: 'error', error, executorReplaced };
}
