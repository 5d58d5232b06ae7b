import type { Value } from '../build/value';
import type { Translations } from '../model/layer';
import type { Tape } from '../tape';

/**
 * Sets a part of the numbers to 0 and scales up the rest, so that the mean stays. Which ones hangs on
 * the seed and the step: a training that is taken up again drops what it would have dropped.
 *
 * @param x any shape
 * @param rate the part that is dropped, from 0 to 1 (excluded)
 * @param noiseShape how many draws there are along each axis: 1 and the whole axis is kept or dropped
 *   together, `null` and each place is drawn for itself. Default: each number for itself
 */
export function dropout(
  tape: Tape,
  x: Value,
  rate: number,
  seed: number,
  noiseShape: NoiseShape = x.shape.map(() => null),
): Value {
  if (!tape.training || rate === 0) return x;
  const shape = noiseShape.map((length, axis) => length ?? x.shape[axis]!);
  const place = tape.graph.scalar(seed | 0, 'int32');
  const key = tape.add('Pack', [place, tape.step!], {
    shape: [2],
    dtype: 'int32',
    attributes: { T: { type: 'int32' }, N: { int: 2 }, axis: { int: 0 } },
  });
  const drawn = tape.add('StatelessRandomUniform', [drawShape(tape, x, noiseShape), key], {
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

type NoiseShape = readonly (number | null)[];

/** The shape of what is drawn, when the graph runs: the batch is not known before. */
function drawShape(tape: Tape, x: Value, noiseShape: NoiseShape): Value {
  const whole = tape.shapeOf(x);
  if (noiseShape.every((length) => length === null)) return whole;
  const { graph } = tape;
  const options = {
    shape: whole.shape,
    dtype: 'int32',
    attributes: { T: { type: 'int32' } },
  } as const;
  const open = graph.constant(noiseShape.map((length) => (length === null ? 1 : 0)));
  const told = graph.constant(noiseShape.map((length) => length ?? 0));
  return tape.add('AddV2', [tape.add('Mul', [whole, open], options), told], options);
}

export const dropoutLayers: Translations = {
  Dropout: (tape, [x], layer) => {
    const { rate, seed, noiseShape } = layer.config;
    const draw = tape.nextDraw();
    const ownSeed = (seed as number | null | undefined) ?? Math.imul(tape.seed, 7919) + draw;
    return dropout(tape, x!, rate as number, ownSeed, (noiseShape ?? undefined) as NoiseShape);
  },
};
