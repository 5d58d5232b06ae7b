import { shapeCode } from '../../errors';
import { makeOptimizer, type Optimizer } from '../optimizers';
import type { OptimizerState } from '../optimizers/optimizer';
import { weightName, type Stage } from '../stages';
import { Unreadable, type Stored } from './read-safetensors';

/**
 * Reads the optimiser of a file, where it has one.
 *
 * @throws Unreadable when it is none of ours, or what it remembers does not fit the weights
 */
export function readOptimizer(
  text: string | undefined,
  stages: readonly Stage[],
  tensors: Stored['tensors'],
): Optimizer | undefined {
  if (text === undefined) return undefined;
  let optimizer: Optimizer;
  let state: OptimizerState;
  try {
    state = { ...(JSON.parse(text) as OptimizerState), slots: {} };
    optimizer = makeOptimizer(state.kind, state.options);
  } catch (error) {
    throw new Unreadable(`son optimiseur est illisible (${(error as Error).message})`);
  }
  if (!Number.isSafeInteger(state.steps) || state.steps < 0) {
    throw new Unreadable("le nombre de pas de son optimiseur n'en est pas un");
  }
  for (const slot of optimizer.slotNames) {
    const kept: Record<string, Float32Array | Float64Array> = {};
    for (const stage of stages) {
      for (const spec of stage.specs.filter(({ trainable }) => trainable)) {
        const name = weightName(stage, spec);
        const stored = tensors.get(`optimizer/${slot}/${name}`);
        if (stored === undefined && state.steps === 0) continue;
        if (stored === undefined || shapeCode(stored.shape) !== shapeCode(spec.shape)) {
          throw new Unreadable(
            `ce que son optimiseur a retenu de ${name} manque ou ne convient pas`,
          );
        }
        kept[name] = stored.data;
      }
    }
    state.slots[slot] = kept;
  }
  optimizer.restore(state);
  return optimizer;
}
