/**
 * The engine's memory as the TypeScript kernels see it: one row of numbers. They read `heap.f32`
 * once a call, since growing replaces it (the older view stays valid, but shorter).
 */
export const heap: { f32: Float32Array; f64: Float64Array } = {
  f32: new Float32Array(0),
  f64: new Float64Array(0),
};

/** Looks at a memory, or again at one that has grown. */
export function attachHeap(buffer: SharedArrayBuffer): void {
  heap.f32 = new Float32Array(buffer);
  heap.f64 = new Float64Array(buffer);
}
