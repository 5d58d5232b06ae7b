import type { Volume } from '../volume/volume';
import { mix } from '../training/shuffle';
import type { Engine } from './engine/engine';
import type { Stage } from './stages';

/** A stage with its weights: what computes. */
export interface LiveStage extends Stage {
  readonly weights: Readonly<Record<string, Volume>>;
}

export interface PassOptions {
  engine: Engine;
  training: boolean;
  /** Of this step. */
  seed: number;
}

/**
 * Through all stages.
 *
 * @returns what each was given, and last what the last gave: one more than there are stages
 */
export function forward(
  stages: readonly LiveStage[],
  input: Volume,
  { engine, training, seed }: PassOptions,
): Volume[] {
  const values = [input];
  for (const [i, { layer, weights }] of stages.entries()) {
    values.push(layer.forward(values[i]!, { engine, weights, training, seed: mix(seed, i) }));
  }
  return values;
}

/**
 * Back through the stages, down to the first that learns: what lies before it is not computed, since
 * nobody would use it.
 *
 * @param values what `forward` gave
 * @param dOutput of the loss, for each number of the last stage's output
 * @returns the gradients by full name of weight
 */
export function backward(
  stages: readonly LiveStage[],
  values: readonly Volume[],
  dOutput: Volume,
  { engine, training, seed }: PassOptions,
): Map<string, Volume> {
  const gradients = new Map<string, Volume>();
  const firstThatLearns = stages.findIndex(({ specs }) => specs.some((spec) => spec.trainable));
  let upstream = dOutput;
  for (let i = stages.length - 1; i >= firstThatLearns && firstThatLearns >= 0; i--) {
    const { layer, weights, name } = stages[i]!;
    const pass = { engine, weights, training, seed: mix(seed, i) };
    const found = layer.backward(upstream, values[i]!, pass, i > firstThatLearns);
    for (const [weight, gradient] of Object.entries(found.weights ?? {})) {
      gradients.set(`${name}/${weight}`, gradient);
    }
    if (i > firstThatLearns) upstream = found.dInput!;
  }
  return gradients;
}
