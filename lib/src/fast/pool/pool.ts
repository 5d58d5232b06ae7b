import { existsSync } from 'node:fs';
import path from 'node:path';
import { Worker } from 'node:worker_threads';

import type { KernelArgs, KernelName } from '../engine/kernel-table';
import { builtFolder, type LoadedKernels } from '../engine/load-kernels';
import { engineMemory } from '../engine/memory';
import type { WasmModule } from '../engine/web-assembly';
import * as typescriptKernels from '../kernels';
import { kindCode, openControl, word, workOff, type Control } from './control';
import { spin } from './spin';
import type { WorkerData } from './worker';

/** A worker that has done nothing for that long is taken for dead. */
const patienceMs = 10_000;

/**
 * Worker threads that share the engine's memory. They start by themselves while the main thread
 * works alone; they do not keep the process alive. When one dies, the pool is given up and the main
 * thread goes on alone.
 */
export class Pool {
  /** Why there are no workers, once it has been given up. */
  trouble: string | undefined;
  private readonly control: Control = openControl();
  private readonly names = Object.keys(typescriptKernels).sort();
  private readonly workers: Worker[] = [];
  private closed = false;

  constructor(
    readonly size: number,
    /** The workers' WebAssembly kernels; without it they have the TypeScript ones only. */
    readonly module: WasmModule | undefined,
    private readonly workerFile = path.join(builtFolder, 'pool', 'worker.js'),
  ) {
    if (!existsSync(workerFile)) {
      this.trouble = `le fichier ${workerFile} manque (npm run build le construit)`;
      return;
    }
    const workerData: WorkerData = {
      control: this.control.buffer,
      memory: engineMemory().source,
      names: this.names,
      module,
    };
    for (let i = 0; i < size && this.trouble === undefined; i++) this.start(workerData);
  }

  /** Workers ready to compute. */
  get ready(): number {
    return this.trouble === undefined ? Atomics.load(this.control.words, word.ready) : 0;
  }

  /**
   * Splits a kernel's outermost axis over the workers and this thread; returns when all is done.
   *
   * @returns false when a worker failed: the job must be done again, alone
   */
  run<Name extends KernelName>(
    { kind, table }: LoadedKernels,
    name: Name,
    { over, pieces, scratch }: { over: number; pieces: number; scratch: number },
    args: KernelArgs<Name>,
  ): boolean {
    const { words } = this.control;
    this.control.args.set(args);
    words[word.argCount] = args.length;
    words[word.kernel] = this.names.indexOf(name);
    words[word.kind] = kindCode[kind];
    words[word.extent] = over;
    words[word.scratch] = scratch;
    words[word.pieces] = pieces;
    Atomics.store(words, word.done, 0);
    Atomics.store(words, word.failed, 0);
    Atomics.store(words, word.remaining, pieces);
    Atomics.add(words, word.signal, 1);
    Atomics.notify(words, word.signal);

    workOff(this.control, this.names, () => table);
    if (!this.join(pieces)) return false;
    if (Atomics.load(words, word.failed) === 0) return true;
    this.giveUp(`le noyau ${name} a échoué dans un fil de calcul`);
    return false;
  }

  /** Ends the workers. */
  close(): void {
    this.closed = true;
    for (const worker of this.workers) void worker.terminate();
    this.workers.length = 0;
  }

  private start(workerData: WorkerData): void {
    try {
      const worker = new Worker(this.workerFile, { workerData, execArgv: [], name: 'fast' });
      worker.unref();
      worker.on('error', (error) => this.giveUp(error.message));
      worker.on('exit', (code) => this.giveUp(`un fil de calcul s'est arrêté (code ${code})`));
      this.workers.push(worker);
    } catch (error) {
      this.giveUp((error as Error).message);
    }
  }

  /** Waits for the pieces that workers claimed. False when one of them does not come back. */
  private join(pieces: number): boolean {
    const { words } = this.control;
    let waitedMs = 0;
    for (let done = Atomics.load(words, word.done); done !== pieces;) {
      const stepMs = 100;
      const slept =
        spin(words, word.done, done) ||
        Atomics.wait(words, word.done, done, stepMs) !== 'timed-out';
      waitedMs = slept ? 0 : waitedMs + stepMs;
      if (waitedMs >= patienceMs) {
        this.giveUp('un fil de calcul ne répond plus');
        return false;
      }
      done = Atomics.load(words, word.done);
    }
    return true;
  }

  private giveUp(reason: string): void {
    if (this.closed) return;
    this.trouble ??= reason;
    this.close();
  }
}
