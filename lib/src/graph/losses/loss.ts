import type { DType, Shape, Value } from '../build/value';
import type { Tape } from '../tape';

/** What a loss adds to the graph. */
export interface LossNodes {
  /** float32 scalar, mean over the batch. */
  loss: Value;
  /** What the gradient is by: the output itself, or what it was made of. */
  of: Value;
  gradient: Value;
}

export interface Loss {
  /** What the targets look like for an output of that shape. */
  targets(output: Shape): { shape: Shape; dtype: DType };
  /** @param output `[batch, ...]`, of the network */
  build(tape: Tape, output: Value, targets: Value): LossNodes;
}
