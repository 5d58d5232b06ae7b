/** The network of project 1: its type as students have it, and one drawn for them. */
import type { SeededRandom } from '@convolab/grader/spec';

export interface Network {
  conv1: { w: number[][][][]; b: number[] };
  conv2: { w: number[][][][]; b: number[] };
  dense: { w: number[][]; b: number[] };
}
export type Layer = keyof Network;
export type Image = number[][];

/** The shapes of its parameters. */
export const shapes = {
  conv1: { w: [3, 3, 1, 4], b: [4] },
  conv2: { w: [3, 3, 4, 8], b: [8] },
  dense: { w: [200, 10], b: [10] },
} as const;

/** Parameters that look learned, biases too: nothing in them is 0. */
export function drawNetwork(random: SeededRandom): Network {
  const fill = (shape: readonly number[], scale: number): unknown =>
    shape.length === 0
      ? random.real(-scale, scale)
      : Array.from({ length: shape[0]! }, () => fill(shape.slice(1), scale));
  const layer = (name: Layer, scale: number) => ({
    w: fill(shapes[name].w, scale),
    b: fill(shapes[name].b, 0.1),
  });
  return {
    conv1: layer('conv1', 0.6),
    conv2: layer('conv2', 0.35),
    dense: layer('dense', 0.15),
  } as Network;
}
