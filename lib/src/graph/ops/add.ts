import type { Value } from '../build/value';
import type { Translations } from '../model/layer';
import type { Tape } from '../tape';
import { broadcastShape, sumTo } from './broadcast';

/** The sum of two arrays, whose axes are equal or of length 1. */
export function add(tape: Tape, a: Value, b: Value): Value {
  const shape = broadcastShape([a.shape, b.shape])!;
  return tape.record([a, b], tape.map('AddV2', [a, b], shape), (dOutput) => [
    sumTo(tape, dOutput, a.shape),
    sumTo(tape, dOutput, b.shape),
  ]);
}

export const addLayers: Translations = {
  Add: (tape, inputs, layer) => {
    if (broadcastShape(inputs.map((i) => i.shape)) === undefined) {
      layer.refuse("des entrées dont le nombre d'axes diffère");
    }
    return inputs.reduce((sum, input) => add(tape, sum, input));
  },
};
