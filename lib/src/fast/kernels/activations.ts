import { heap } from '../engine/heap';

type Curve = (x: number, alpha: number) => number;

/** By number; `curves` of ops/activate.ts names them in this order. */
const values: readonly Curve[] = [
  (x) => sigmoid(x),
  (x) => Math.tanh(x),
  (x) => x * sigmoid(x),
  (x) => Math.min(Math.max(x, 0), 6),
  (x, alpha) => (x > 0 ? x : alpha * x),
  (x, alpha) => (x >= 0 ? x : alpha * Math.expm1(x)),
];

const slopes: readonly Curve[] = [
  (x) => bell(x),
  (x) => 4 * bell(2 * x),
  (x) => sigmoid(x) + x * bell(x),
  (x) => (x > 0 && x <= 6 ? 1 : 0),
  (x, alpha) => (x > 0 ? 1 : alpha),
  (x, alpha) => (x >= 0 ? 1 : alpha * Math.exp(x)),
];

/** y = f(x), f the curve of that number; `from` and `to` count numbers. */
export function activate(
  from: number,
  to: number,
  x: number,
  y: number,
  curve: number,
  alpha: number,
): void {
  const { f32 } = heap;
  const f = values[curve]!;
  const input = x >>> 2;
  const output = y >>> 2;
  for (let i = from; i < to; i++) f32[output + i] = f(f32[input + i]!, alpha);
}

/** dx = dy f'(x). A slope of 0 under a negative gradient is -0: adding 0 makes it a plain 0. */
export function activateBackward(
  from: number,
  to: number,
  dy: number,
  x: number,
  dx: number,
  curve: number,
  alpha: number,
): void {
  const { f32 } = heap;
  const slope = slopes[curve]!;
  const dOutput = dy >>> 2;
  const input = x >>> 2;
  const dInput = dx >>> 2;
  for (let i = from; i < to; i++) {
    f32[dInput + i] = f32[dOutput + i]! * slope(f32[input + i]!, alpha) + 0;
  }
}

function sigmoid(x: number): number {
  return 1 / (1 + Math.exp(-x));
}

/** sigmoid(x) (1 - sigmoid(x)), without the digits that the subtraction would lose. */
function bell(x: number): number {
  const e = Math.exp(-Math.abs(x));
  return e / (1 + e) ** 2;
}
