import { logSoftmaxOf } from '../../ops/log-softmax';
import { softmaxOf } from '../../ops/softmax';
import { heap } from '../engine/heap';

/** Softmax along the last axis; `from` and `to` count rows. */
export function softmaxRows(
  from: number,
  to: number,
  x: number,
  y: number,
  columns: number,
  temperature: number,
): void {
  eachRow(from, to, x, columns, (logits, start) => {
    heap.f32.set(softmaxOf(logits, temperature), (y >>> 2) + start);
  });
}

/** The logarithm of softmax. */
export function logSoftmaxRows(
  from: number,
  to: number,
  x: number,
  y: number,
  columns: number,
  temperature: number,
): void {
  eachRow(from, to, x, columns, (logits, start) => {
    heap.f32.set(logSoftmaxOf(logits, temperature), (y >>> 2) + start);
  });
}

/** The gradient of softmax; with `log` 1 of its logarithm. */
export function softmaxRowsBackward(
  from: number,
  to: number,
  dy: number,
  x: number,
  dx: number,
  columns: number,
  temperature: number,
  log: number,
): void {
  const { f32 } = heap;
  eachRow(from, to, x, columns, (logits, start) => {
    const p = softmaxOf(logits, temperature);
    const gradient = f32.subarray((dy >>> 2) + start, (dy >>> 2) + start + columns);
    const total = gradient.reduce((sum, g, i) => sum + (log === 1 ? g : g * p[i]!), 0);
    for (let i = 0; i < columns; i++) {
      const dLogit = log === 1 ? gradient[i]! - p[i]! * total : p[i]! * (gradient[i]! - total);
      f32[(dx >>> 2) + start + i] = dLogit / temperature;
    }
  });
}

function eachRow(
  from: number,
  to: number,
  x: number,
  columns: number,
  visit: (logits: Float32Array, start: number) => void,
): void {
  for (let row = from; row < to; row++) {
    const start = row * columns;
    visit(heap.f32.subarray((x >>> 2) + start, (x >>> 2) + start + columns), start);
  }
}
