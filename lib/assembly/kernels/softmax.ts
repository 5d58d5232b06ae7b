// Softmax and its logarithm along the last axis, four numbers at a time; `from` and `to` count rows. The
// largest logit is taken off first, so that no exponential overflows.

import { exp4 } from '../exp';
import { log4 } from '../log';
import { loadSome, storeSome } from '../some';

export function softmaxRows(
  from: i32,
  to: i32,
  x: usize,
  y: usize,
  columns: i32,
  temperature: f32,
): void {
  for (let row = from; row < to; row++) {
    const offset = (<usize>(row * columns)) << 2;
    const sum = exponentials(x + offset, y + offset, columns, temperature);
    for (let i = 0; i < columns; i += 4) {
      const target = y + offset + (i << 2);
      storeSome(target, f32x4.div(loadSome(target, columns - i), f32x4.splat(sum)), columns - i);
    }
  }
}

export function logSoftmaxRows(
  from: i32,
  to: i32,
  x: usize,
  y: usize,
  columns: i32,
  temperature: f32,
): void {
  for (let row = from; row < to; row++) {
    const offset = (<usize>(row * columns)) << 2;
    const sum = exponentials(x + offset, y + offset, columns, temperature);
    const top = f32x4.splat(largestOf(x + offset, columns));
    const logSum = log4(f32x4.splat(sum));
    for (let i = 0; i < columns; i += 4) {
      const shifted = f32x4.sub(loadSome(x + offset + (i << 2), columns - i), top);
      const scaled = f32x4.div(shifted, f32x4.splat(temperature));
      storeSome(y + offset + (i << 2), f32x4.sub(scaled, logSum), columns - i);
    }
  }
}

/** With `log` 1 of `logSoftmaxRows`. */
export function softmaxRowsBackward(
  from: i32,
  to: i32,
  dy: usize,
  x: usize,
  dx: usize,
  columns: i32,
  temperature: f32,
  log: i32,
): void {
  softmaxRows(from, to, x, dx, columns, temperature);
  for (let row = from; row < to; row++) {
    const offset = (<usize>(row * columns)) << 2;
    let total: f32 = 0;
    for (let i = offset; i < offset + ((<usize>columns) << 2); i += 4) {
      total += log == 1 ? load<f32>(dy + i) : load<f32>(dy + i) * load<f32>(dx + i);
    }
    const all = f32x4.splat(total);
    for (let i = 0; i < columns; i += 4) {
      const place = offset + (i << 2);
      const p = loadSome(dx + place, columns - i);
      const gradient = loadSome(dy + place, columns - i);
      const dLogit =
        log == 1 ? f32x4.sub(gradient, f32x4.mul(p, all)) : f32x4.mul(p, f32x4.sub(gradient, all));
      storeSome(dx + place, f32x4.div(dLogit, f32x4.splat(temperature)), columns - i);
    }
  }
}

/** Writes exp((x - largest) / temperature); returns the sum. */
function exponentials(x: usize, y: usize, columns: i32, temperature: f32): f32 {
  const top = f32x4.splat(largestOf(x, columns));
  for (let i = 0; i < columns; i += 4) {
    const shifted = f32x4.sub(loadSome(x + (i << 2), columns - i), top);
    const e = exp4(f32x4.div(shifted, f32x4.splat(temperature)));
    storeSome(y + (i << 2), e, columns - i);
  }
  let sum: f32 = 0;
  for (let i = 0; i < columns; i++) sum += load<f32>(y + (i << 2));
  return sum;
}

/** NaN where there is one. */
function largestOf(x: usize, columns: i32): f32 {
  let largest = load<f32>(x);
  for (let i = 1; i < columns; i++) largest = max<f32>(largest, load<f32>(x + (i << 2)));
  return largest;
}
