import type { Value } from '../build/value';
import type { Translations } from '../model/layer';
import type { Tape } from '../tape';
import { reduce } from './reduce';

/**
 * Minus the squared distance of the input to each code: 2 x.code - |x|^2 - |code|^2. Codes are not learned.
 *
 * @param x `[batch, inputs]`
 * @param codes `[classes, inputs]`
 */
export function radialBasis(tape: Tape, x: Value, codes: Value): Value {
  const shape = [x.shape[0]!, codes.shape[0]!];
  const product = (a: Value, b: Value, of: Value['shape'], turnB: boolean): Value =>
    tape.add('MatMul', [a, b], {
      shape: of,
      attributes: {
        T: { type: 'float32' },
        transpose_a: { flag: false },
        transpose_b: { flag: turnB },
      },
    });
  const twice = (value: Value): Value => tape.map('Mul', [value, tape.graph.scalar(2)]);
  const square = (value: Value): Value => tape.map('Square', [value]);
  const near = twice(product(x, codes, shape, true));
  const far = tape.map('Sub', [near, reduce(tape, 'Sum', square(x), [1], true)]);
  const output = tape.map('Sub', [far, reduce(tape, 'Sum', square(codes), [1])]);
  return tape.record([x], output, (dOutput) => {
    const total = reduce(tape, 'Sum', dOutput, [1], true);
    const pulled = product(dOutput, codes, x.shape, false);
    return [twice(tape.map('Sub', [pulled, tape.map('Mul', [x, total])]))];
  });
}

/** tfjs has no such layer: it is that of `models/layers`. */
export const radialBasisLayers: Translations = {
  RadialBasis: (tape, [x], layer) => radialBasis(tape, x!, layer.weight('codes')),
};
