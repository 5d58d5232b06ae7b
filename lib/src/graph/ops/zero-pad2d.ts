import type { Value } from '../build/value';
import type { Translations } from '../model/layer';
import type { Tape } from '../tape';

/**
 * Puts zeros around images; the gradient is that of what lies inside.
 *
 * @param x `[batch, height, width, channels]`
 * @param padding `[[top, bottom], [left, right]]`
 */
export function zeroPad2d(
  tape: Tape,
  x: Value,
  [[top, bottom], [left, right]]: [[number, number], [number, number]],
): Value {
  const [batch, height, width, channels] = x.shape;
  const output = tape.add(
    'Pad',
    [x, tape.graph.constant([0, 0, top, bottom, left, right, 0, 0], [4, 2])],
    {
      shape: [batch!, height! + top + bottom, width! + left + right, channels!],
      attributes: { T: { type: 'float32' }, Tpaddings: { type: 'int32' } },
    },
  );
  return tape.record([x], output, (dOutput) => [
    tape.add('Slice', [dOutput, tape.graph.constant([0, top, left, 0]), tape.shapeOf(x)], {
      shape: x.shape,
      attributes: { T: { type: 'float32' }, Index: { type: 'int32' } },
    }),
  ]);
}

export const zeroPad2dLayers: Translations = {
  ZeroPadding2D: (tape, [x], layer) => {
    const { padding, dataFormat } = layer.config;
    if (dataFormat === 'channelsFirst') layer.refuse("dataFormat 'channelsFirst'");
    return zeroPad2d(tape, x!, padding as [[number, number], [number, number]]);
  },
};
