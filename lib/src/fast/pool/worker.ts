/** A thread of the pool: sleeps, works off its share of a job, sleeps. */
import { workerData } from 'node:worker_threads';

import { attachHeap, heap } from '../engine/heap';
import type { KernelTable } from '../engine/kernel-table';
import { webAssembly, type WasmMemory, type WasmModule } from '../engine/web-assembly';
import * as typescriptKernels from '../kernels';
import { kindCode, openControl, word, workOff } from './control';
import { spin } from './spin';

export interface WorkerData {
  control: SharedArrayBuffer;
  memory: WasmMemory | SharedArrayBuffer;
  names: readonly string[];
  module?: WasmModule;
}

const data = workerData as WorkerData;
const control = openControl(data.control);
const { words } = control;
const wasmTable = instantiate();

serve();

function serve(): void {
  let seen = Atomics.load(words, word.signal);
  Atomics.add(words, word.ready, 1);
  for (;;) {
    // Jobs follow each other within microseconds in a training step: look a little before sleeping.
    if (!spin(words, word.signal, seen)) Atomics.wait(words, word.signal, seen);
    seen = Atomics.load(words, word.signal);
    workOff(control, data.names, tableOf);
  }
}

function tableOf(kind: number): KernelTable {
  if (kind === kindCode.wasm && wasmTable !== undefined) return wasmTable;
  const buffer = data.memory instanceof SharedArrayBuffer ? data.memory : data.memory.buffer;
  if (heap.f32.byteLength !== buffer.byteLength) attachHeap(buffer);
  return typescriptKernels;
}

function instantiate(): KernelTable | undefined {
  if (data.module === undefined) return undefined;
  const { exports } = new (webAssembly()!.Instance)(data.module, { env: { memory: data.memory } });
  return exports as KernelTable;
}
