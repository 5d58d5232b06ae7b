import { readFileSync } from 'node:fs';
import path from 'node:path';

import * as typescriptKernels from '../kernels';
import type { KernelKind, KernelTable } from './kernel-table';
import { engineMemory } from './memory';
import { webAssembly, type WasmModule } from './web-assembly';

/** Where the build puts what is not TypeScript: the same folder seen from src and from dist. */
export const builtFolder = path.join(__dirname, '..', '..', '..', 'dist', 'fast');

export interface LoadedKernels {
  readonly kind: KernelKind;
  readonly table: KernelTable;
  /** The compiled module, for the workers. */
  readonly module?: WasmModule;
  /** Why these and not the others, in French. */
  readonly why: string;
}

let wasm: LoadedKernels | undefined;

export function loadTypescript(why: string): LoadedKernels {
  return { kind: 'typescript', table: { ...typescriptKernels }, why };
}

/** @throws Error, its message the reason, where WebAssembly with SIMD and threads cannot be had */
export function loadWasm(): LoadedKernels {
  if (wasm !== undefined) return wasm;
  const api = webAssembly();
  if (api === undefined) throw new Error("WebAssembly n'est pas disponible dans ce Node");
  const { source } = engineMemory();
  if (source instanceof SharedArrayBuffer) {
    throw new Error("WebAssembly n'a pas pu réserver de mémoire partagée");
  }
  const module = new api.Module(moduleBytes());
  const { exports } = new api.Instance(module, { env: { memory: source } });
  wasm = { kind: 'wasm', table: exports as KernelTable, module, why: 'WebAssembly SIMD' };
  return wasm;
}

function moduleBytes(): Uint8Array {
  const file = path.join(builtFolder, 'kernels.wasm');
  try {
    return readFileSync(file);
  } catch {
    throw new Error(`le fichier ${file} manque (npm run build le construit)`);
  }
}
