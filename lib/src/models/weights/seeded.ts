import { hashOf } from '../base/hash';
import { eachWeight } from './each-weight';

/**
 * Builds a model whose first weights are the same each time: `seeded(1, () => leNet())`. tfjs alone draws
 * others at each run. The layers' own initializers draw, each weight from a seed of its own; one that had
 * a seed already gets this one.
 *
 * @param seed another one, other weights
 * @param build makes the model, at once (no promise): any code that makes layers of tfjs, always in the same order
 *
 * @example
 * ```ts
 * const first = () => seeded(1, () => leNet()).getWeights()[0]!.dataSync()[0];
 * first() === first(); // => true
 * ```
 */
export function seeded<T>(seed: number | string, build: () => T): T {
  let drawn = 0;
  return eachWeight((draw, add) => {
    // Those that draw nothing, as zeros, have no seed.
    if ('seed' in draw) draw.seed = hashOf(`${seed}/${drawn}`);
    drawn++;
    return add(draw);
  }, build);
}
