import { setKernels } from '../engine/engine';
import type { KernelKind } from '../engine/kernel-table';

/** Says the same claim of the WebAssembly kernels and of the TypeScript ones. */
export function bothKernels(claim: string, body: () => void): void {
  for (const kind of ['typescript', 'wasm'] satisfies KernelKind[]) {
    it(`${claim} (${kind})`, () => {
      setKernels(kind);
      body();
    });
  }
}
