/** Centred differences of a loss: what a gradient is, without deriving anything. */
import type { SeededRandom } from '@convolab/grader/spec';
import { shapes, type Layer, type Network } from './network';

/** Where a number stands in a layer: `w` or `b`, then its indices. */
export type Place = ['w' | 'b', ...number[]];

/** All biases of a layer, and some of its weights. */
export function drawPlaces(random: SeededRandom, layer: Layer, weights: number): Place[] {
  const { w, b } = shapes[layer];
  return [
    ...Array.from({ length: b[0] }, (_, i): Place => ['b', i]),
    ...Array.from({ length: weights }, (): Place => ['w', ...w.map((n) => random.int(0, n - 1))]),
  ];
}

/** What stands at a place of a layer of a network or of its gradient, if anything does. */
export const at = (network: Network | undefined, layer: Layer, place: Place): unknown =>
  place.reduce<unknown>(
    (node, key) => (node as Record<string, unknown> | undefined)?.[key],
    network?.[layer],
  );

const step = 1e-5;

/** How fast the loss rises with the number at a place. */
export function slopeAt(
  loss: (network: Network) => number,
  network: Network,
  layer: Layer,
  place: Place,
): number {
  const moved = (by: number): number => {
    const copy = structuredClone(network);
    const holder = place
      .slice(0, -1)
      .reduce<unknown>((node, key) => (node as Record<string, unknown>)[key], copy[layer]);
    (holder as number[])[place.at(-1) as number]! += by;
    return loss(copy);
  };
  return (moved(step) - moved(-step)) / (2 * step);
}
