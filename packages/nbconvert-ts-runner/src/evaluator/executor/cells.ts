/** Runs compiled cells, one after another, in one shared scope. */
import vm from 'node:vm';
import type { Unit } from '../types';
import { cellFile, Interrupted } from './errors';
import { noteDefinition, traceCell } from './imports';
import { takeSideOutputs } from './modules';

/** The scope that cells share: TypeScript reaches earlier variables as `exports.name`. */
export const scope: Record<string, unknown> = {};

/* Imports become getters on `exports`; kept as plain values, so that a later cell may use the name again. */
const exportsProxy = new Proxy(scope, {
  defineProperty: (_target, property, attributes) => {
    if (property !== '__esModule') {
      noteDefinition(property);
      scope[property as string] = attributes.get
        ? (attributes.get as () => unknown)()
        : (attributes.value as unknown);
    }
    return true;
  },
});

/** Where awaited calls of cells wait; an interrupt rejects them all. */
const waiting = new Set<(reason: Error) => void>();

/** Settles as `promise` does, or rejects when the cell is interrupted. */
function cancellable(promise: unknown): Promise<unknown> {
  return new Promise((resolve, reject) => {
    waiting.add(reject);
    Promise.resolve(promise).then(
      (value) => {
        waiting.delete(reject);
        resolve(value);
      },
      (error: unknown) => {
        waiting.delete(reject);
        // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- passed on as it came
        reject(error);
      },
    );
  });
}

/** Who wants to know of an interrupt: a library's loop that would go on behind the cell's back. */
const listeners = new Set<() => void>();

/** @returns what takes the listener away again */
export function onInterrupt(listener: () => void): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}

/** Ends every `await` of a cell that is pending now, and tells those who asked to know. */
export function interruptAwaits(): void {
  const rejects = [...waiting];
  waiting.clear();
  for (const reject of rejects) reject(new Interrupted('Cellule interrompue.'));
  for (const listener of [...listeners]) {
    try {
      listener();
    } catch {
      // A library's fault must not keep the others from hearing.
    }
  }
}

/** For each cell that ran, the map from its JavaScript's lines to its own. */
const lineMaps = new Map<number, number[]>();

export function lineOf(cell: number, jsLine: number): number {
  return lineMaps.get(cell)?.[jsLine] ?? 0;
}

/**
 * Runs one cell to its end and gives the value of its last expression. `interruptAwaits` ends it while it
 * awaits; a loop is ended from outside (see requests.ts).
 */
export async function runCell(
  unit: Unit,
  cell: number,
  require: (id: string) => unknown,
): Promise<unknown> {
  lineMaps.set(cell, unit.lineMap);
  if (unit.sideOutputs) takeSideOutputs(unit.sideOutputs);
  const ended = runCode(unit, cell, [exportsProxy, traceCell(cell, unit.js, require), cancellable]);
  if (unit.hasToplevelAwait) await cancellable(ended);
  if (unit.lastExpressionVar === undefined) return undefined;
  const value = scope[unit.lastExpressionVar];
  // eslint-disable-next-line @typescript-eslint/no-dynamic-delete -- tslab's own name, not the student's
  delete scope[unit.lastExpressionVar];
  return value;
}

const handOver = Symbol.for('convolab.cell');

/** The code takes its three parameters from a global, so that it is compiled and run in one go. */
function runCode(unit: Unit, cell: number, parameters: unknown[]): unknown {
  const kind = unit.hasToplevelAwait ? 'async function' : 'function';
  const code =
    `(${kind} (exports, require, __await) { ${unit.js}\n})` +
    `(...globalThis[Symbol.for('convolab.cell')])`;
  Object.defineProperty(globalThis, handOver, { value: parameters, configurable: true });
  return vm.runInThisContext(code, { filename: cellFile(cell) });
}
