import type { Value } from '../build/value';
import { reduce } from '../ops/reduce';
import type { Tape } from '../tape';
import { UnsupportedError } from '../unsupported';
import type { Loss, LossNodes } from './loss';

/**
 * -log of the probability of the right class, mean over the batch.
 *
 * It is computed from the logits, in one operation with the softmax: exact where probabilities round
 * to 0, and its gradient is just probabilities less targets. A network that ends in a softmax gives
 * probabilities, and the logits are taken from before it.
 */
function crossEntropy(
  op: string,
  tape: Tape,
  output: Value,
  targets: Value,
  sparse: boolean,
): LossNodes {
  const logits = tape.originOf(output).logits ?? output;
  const each = tape.add(op, [logits, targets], {
    shape: [null],
    attributes: {
      T: { type: 'float32' },
      ...(sparse ? { Tlabels: { type: 'int32' as const } } : {}),
    },
  });
  const gradients = tape.graph.output(each, 1, logits.shape);
  const batch = tape.batchSize(logits);
  return {
    loss: tape.map('RealDiv', [reduce(tape, 'Sum', each, [0]), batch]),
    of: logits,
    gradient: tape.map('RealDiv', [gradients, batch]),
  };
}

/** Targets: int32 `[batch]`, the number of the right class. */
export const sparseCrossEntropy: Loss = {
  targets: () => ({ shape: [null], dtype: 'int32' }),
  build: (tape, output, targets) =>
    crossEntropy('SparseSoftmaxCrossEntropyWithLogits', tape, output, targets, true),
};

/** Targets: `[batch, classes]`, what the probabilities should be; each row adds up to 1. */
export const denseCrossEntropy: Loss = {
  targets: (shape) => ({ shape, dtype: 'float32' }),
  build: (tape, output, targets) =>
    crossEntropy('SoftmaxCrossEntropyWithLogits', tape, output, targets, false),
};

/** The output must be what the reader said it is. @throws UnsupportedError */
export function checkLogits(tape: Tape, output: Value, fromLogits: boolean | undefined): void {
  if (fromLogits === false && tape.originOf(output).logits === undefined) {
    throw UnsupportedError.untranslated(
      "l'entropie croisée de probabilités qui ne sortent pas d'un softmax",
    );
  }
}
