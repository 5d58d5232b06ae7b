import type { Value } from '../build/value';
import type { Translations } from '../model/layer';
import type { Tape } from '../tape';

/**
 * Sets a part of the numbers to 0 and scales up the rest, so that the mean stays. Which ones hangs on
 * the seed and the step: a training that is taken up again drops what it would have dropped.
 *
 * @param x any shape
 * @param rate the part that is dropped, from 0 to 1 (excluded)
 */
export function dropout(tape: Tape, x: Value, rate: number, seed: number): Value {
  if (!tape.training || rate === 0) return x;
  const { shape } = x;
  const place = tape.graph.scalar(seed | 0, 'int32');
  const key = tape.add('Pack', [place, tape.step!], {
    shape: [2],
    dtype: 'int32',
    attributes: { T: { type: 'int32' }, N: { int: 2 }, axis: { int: 0 } },
  });
  const drawn = tape.add('StatelessRandomUniform', [tape.shapeOf(x), key], {
    shape,
    attributes: { dtype: { type: 'float32' }, T: { type: 'int32' }, Tseed: { type: 'int32' } },
  });
  const keep = tape.add('GreaterEqual', [drawn, tape.graph.scalar(rate)], {
    shape,
    dtype: 'bool',
    attributes: { T: { type: 'float32' } },
  });
  const ones = tape.add('Cast', [keep], {
    shape,
    attributes: { SrcT: { type: 'bool' }, DstT: { type: 'float32' } },
  });
  const mask = tape.map('Mul', [ones, tape.graph.scalar(1 / (1 - rate))]);
  return tape.record([x], tape.map('Mul', [x, mask]), (dOutput) => [
    tape.map('Mul', [dOutput, mask]),
  ]);
}

export const dropoutLayers: Translations = {
  Dropout: (tape, [x], layer) => {
    const { rate, seed, noiseShape } = layer.config;
    if (noiseShape !== undefined && noiseShape !== null) layer.refuse('noiseShape');
    const draw = tape.nextDraw();
    const ownSeed = (seed as number | null | undefined) ?? Math.imul(tape.seed, 7919) + draw;
    return dropout(tape, x!, rate as number, ownSeed);
  },
};
