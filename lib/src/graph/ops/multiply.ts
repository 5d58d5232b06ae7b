import type { Value } from '../build/value';
import type { Translations } from '../model/layer';
import type { Tape } from '../tape';
import { broadcastShape, sumTo } from './broadcast';

/** The product, number by number, of two arrays whose axes are equal or of length 1. */
export function multiply(tape: Tape, a: Value, b: Value): Value {
  const shape = broadcastShape([a.shape, b.shape])!;
  return tape.record([a, b], tape.map('Mul', [a, b], shape), (dOutput, [needA, needB]) => [
    needA ? sumTo(tape, tape.map('Mul', [dOutput, b], shape), a.shape) : undefined,
    needB ? sumTo(tape, tape.map('Mul', [dOutput, a], shape), b.shape) : undefined,
  ]);
}

export const multiplyLayers: Translations = {
  Multiply: (tape, inputs, layer) => {
    if (broadcastShape(inputs.map((i) => i.shape)) === undefined) {
      layer.refuse("des entrées dont le nombre d'axes diffère");
    }
    return inputs.reduce((product, input) => multiply(tape, product, input));
  },
};
