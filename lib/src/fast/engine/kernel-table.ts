import type * as kernels from '../kernels';

/**
 * A kernel: a pure function on offsets (in bytes) of the engine's memory. It does the part
 * [from, to) of its outermost axis, writes nothing outside that part's results, and reads nothing
 * that another part writes: any split, in any order, gives the same numbers.
 */
export type Kernel = (from: number, to: number, ...args: number[]) => void;

/** The names and parameters of the kernels, as the TypeScript ones declare them. */
export type Kernels = typeof kernels;
export type KernelName = keyof Kernels;

/** What follows [from, to) in a kernel's parameters. */
export type KernelArgs<Name extends KernelName> =
  Parameters<Kernels[Name]> extends [number, number, ...infer Rest extends number[]] ? Rest : never;

/** Kernels in WebAssembly, or in TypeScript: slower, and everywhere. */
export type KernelKind = 'wasm' | 'typescript';

export type KernelTable = Readonly<Record<string, Kernel>>;
