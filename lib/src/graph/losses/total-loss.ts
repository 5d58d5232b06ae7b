import type { Value } from '../build/value';
import type { Tape } from '../tape';
import type { Loss } from './loss';

/** What a network of one or several outputs adds to the graph for its loss. */
export interface TotalLossNodes {
  /** float32 scalar: each output's mean over the batch, times its weight, added up. */
  loss: Value;
  /** Of the first output: itself, or what its loss was computed from. */
  of: Value;
  /** What the loss hangs on directly, each with the gradient by it. */
  gradients: (readonly [Value, Value])[];
}

/**
 * Holds every output to the same targets: auxiliary classifiers answer the same question.
 *
 * @param outputs of the network
 * @param weights one for each output
 */
export function totalLoss(
  tape: Tape,
  loss: Loss,
  outputs: readonly Value[],
  targets: Value,
  weights: readonly number[],
): TotalLossNodes {
  const parts = outputs.map((output) => loss.build(tape, output, targets));
  const weighted = (value: Value, weight: number): Value =>
    weight === 1 ? value : tape.map('Mul', [value, tape.graph.scalar(weight)]);
  const losses = parts.map((part, i) => weighted(part.loss, weights[i]!));
  return {
    loss: losses.reduce((sum, each) => tape.map('AddV2', [sum, each])),
    of: parts[0]!.of,
    gradients: parts.map(({ of, gradient }, i) => [of, weighted(gradient, weights[i]!)] as const),
  };
}
