import { attachHeap } from './heap';
import { pageBytes, webAssembly, type WasmMemory } from './web-assembly';

/**
 * The linear memory that kernels work in and threads share. A WebAssembly memory grows in place; a
 * plain SharedArrayBuffer, where there is no WebAssembly, is reserved whole (the system gives the
 * pages when they are first written).
 */
export interface LinearMemory {
  /** What a worker is sent. */
  readonly source: WasmMemory | SharedArrayBuffer;
  readonly bytes: number;
  /** Makes it at least that long; false when it cannot be. */
  grow(bytes: number): boolean;
}

const initialBytes = 16 * 2 ** 20;

/** The largest that can be reserved: 4 GB is all that 32-bit offsets reach. */
const largestPages = [65_536, 32_768, 16_384, 4_096];
const plainBytes = [2 ** 31, 2 ** 30, 2 ** 28];

/** Every buffer the memory has had: growing makes a new one over the same bytes. */
const buffers = new WeakSet<object>();

let memory: LinearMemory | undefined;

/** The engine's memory, reserved at first use. */
export function engineMemory(): LinearMemory {
  memory ??= reserveWasm() ?? reservePlain();
  return memory;
}

/** Does this array lie in the engine's memory? */
export function inEngine(data: ArrayBufferView): boolean {
  return buffers.has(data.buffer);
}

function reserveWasm(): LinearMemory | undefined {
  const wasm = webAssembly();
  for (const maximum of wasm === undefined ? [] : largestPages) {
    try {
      const initial = initialBytes / pageBytes;
      const source = new wasm!.Memory({ initial, maximum, shared: true });
      if (source.buffer instanceof SharedArrayBuffer) return watchWasm(source);
    } catch {
      // Not so much address space here: less will do.
    }
  }
  return undefined;
}

function watchWasm(source: WasmMemory): LinearMemory {
  const look = (): void => {
    buffers.add(source.buffer);
    attachHeap(source.buffer);
  };
  look();
  return {
    source,
    get bytes() {
      return source.buffer.byteLength;
    },
    grow(bytes) {
      const missing = bytes - source.buffer.byteLength;
      if (missing <= 0) return true;
      try {
        source.grow(Math.ceil(missing / pageBytes));
      } catch {
        return false;
      }
      look();
      return true;
    },
  };
}

function reservePlain(): LinearMemory {
  const source = plainBuffer();
  buffers.add(source);
  attachHeap(source);
  return { source, bytes: source.byteLength, grow: (bytes) => bytes <= source.byteLength };
}

function plainBuffer(): SharedArrayBuffer {
  for (const bytes of plainBytes) {
    try {
      return new SharedArrayBuffer(bytes);
    } catch {
      // Not so much address space here: less will do.
    }
  }
  return new SharedArrayBuffer(initialBytes);
}
