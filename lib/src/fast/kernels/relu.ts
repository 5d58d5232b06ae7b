import { heap } from '../engine/heap';

/** max(x, 0); `from` and `to` count numbers. */
export function relu(from: number, to: number, x: number, y: number): void {
  const { f32 } = heap;
  const input = x >>> 2;
  const output = y >>> 2;
  for (let i = from; i < to; i++) f32[output + i] = Math.max(f32[input + i]!, 0);
}

/** dInput is dOutput where the input was above 0, else 0. */
export function reluBackward(from: number, to: number, dy: number, x: number, dx: number): void {
  const { f32 } = heap;
  const dOutput = dy >>> 2;
  const input = x >>> 2;
  const dInput = dx >>> 2;
  for (let i = from; i < to; i++) f32[dInput + i] = f32[input + i]! > 0 ? f32[dOutput + i]! : 0;
}
