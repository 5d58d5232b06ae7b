import { draw, seededRandom } from '../data/random';

/**
 * The order in which an epoch visits the samples. It hangs on the seed and on the number of the epoch,
 * not on the epochs before: training that is taken up again goes on as if it had not been interrupted.
 *
 * @param places which samples there are to visit
 * @param epoch from 0
 * @returns the same places, in an order that is the same for the same seed and epoch
 */
export function shuffle(places: Uint32Array, seed: number, epoch: number): Uint32Array {
  const order = draw(places.length, places.length, seededRandom(mix(seed, epoch)));
  for (let i = 0; i < order.length; i++) order[i] = places[order[i]!]!;
  return order;
}

/** One seed out of two numbers: neighbours of either give sequences that have nothing in common. */
export function mix(seed: number, number: number): number {
  return (Math.imul(seed | 0, 0x9e3779b1) ^ Math.imul(number + 1, 0x85ebca6b)) | 0;
}
