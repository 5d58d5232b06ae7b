import type { Value } from '../build/value';
import type { Translations } from '../model/layer';
import type { Tape } from '../tape';
import { activate } from './activations';
import { biasAdd } from './bias-add';

/**
 * Matrix product.
 *
 * @param x `[batch, inputs]`
 * @param kernel `[inputs, units]`
 */
export function dense(tape: Tape, x: Value, kernel: Value): Value {
  const product = (
    a: Value,
    b: Value,
    shape: Value['shape'],
    turnA: boolean,
    turnB: boolean,
  ): Value =>
    tape.add('MatMul', [a, b], {
      shape,
      attributes: {
        T: { type: 'float32' },
        transpose_a: { flag: turnA },
        transpose_b: { flag: turnB },
      },
    });
  const output = product(x, kernel, [x.shape[0]!, kernel.shape[1]!], false, false);
  return tape.record([x, kernel], output, (dOutput, [needX, needKernel]) => [
    needX ? product(dOutput, kernel, x.shape, false, true) : undefined,
    needKernel ? product(x, dOutput, kernel.shape, true, false) : undefined,
  ]);
}

export const denseLayers: Translations = {
  Dense: (tape, [x], layer) => {
    if (x!.shape.length !== 2) layer.refuse('une entrée de plus de deux axes');
    const sums = dense(tape, x!, layer.weight('kernel'));
    return activate(tape, biasAdd(tape, sums, layer.weightIfAny('bias')), layer);
  },
};
