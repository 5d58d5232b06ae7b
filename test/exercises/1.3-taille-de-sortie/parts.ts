/**
 * Small right pieces that wrong answers are put together from, so that each mistake is only the
 * line that is wrong. The reference answers do not use them.
 */
import type { ConvLayer, Cost, LayerCost, Matrix, OutputSize, PadSame, Pair } from './types';

export const zeros = (length: number): number[] => Array.from({ length }, () => 0);

export const transpose = (m: Matrix): Matrix => m[0]!.map((_, col) => m.map((line) => line[col]!));

export function refuseCount(value: number, least = 1): void {
  if (!Number.isInteger(value) || value < least) throw new RangeError('count');
}

export function refuseSizes(n: number, f: number, stride: number, padding: number): void {
  [n, f, stride].forEach((value) => refuseCount(value));
  refuseCount(padding, 0);
  if (f > n + 2 * padding) throw new RangeError('filter');
}

/** A wrong outputSize that refuses what must be refused: `size` is all there is to read. */
export const wrongSize =
  (size: (n: number, f: number, s: number, p: number) => unknown) =>
  (n: number, f: number, stride = 1, padding = 0): number => {
    refuseSizes(n, f, stride, padding);
    return size(n, f, stride, padding) as number;
  };

export const rightSize: OutputSize = wrongSize((n, f, s, p) => Math.floor((n + 2 * p - f) / s) + 1);

/** All the zeros that 'same' asks for along one axis. */
export const sameTotal = (size: number, f: number, s: number): number =>
  Math.max(0, (Math.ceil(size / s) - 1) * s + f - size);

/** As TensorFlow shares them: the odd one after. */
export const sameShare = (size: number, f: number, s: number): Pair => {
  const total = sameTotal(size, f, s);
  return [Math.floor(total / 2), Math.ceil(total / 2)];
};

export const surround = (x: Matrix, [top, bottom]: Pair, [left, right]: Pair): Matrix => {
  const lines = x.map((line) => [...zeros(left), ...line, ...zeros(right)]);
  const blank = (count: number): Matrix => zeros(count).map(() => zeros(lines[0]!.length));
  return [...blank(top), ...lines, ...blank(bottom)];
};

/** A wrong padSame that refuses what must be refused. */
export const wrongPad =
  (pad: PadSame): PadSame =>
  (x, f, s) => {
    [...f, ...s].forEach((value) => refuseCount(value));
    return pad(x, f, s);
  };

/** The same, where each axis is shared by `share`. */
export const wrongShare = (share: (size: number, f: number, s: number) => Pair): PadSame =>
  wrongPad((x, [fy, fx], [sy, sx]) =>
    surround(x, share(x.length, fy, sy), share(x[0]!.length, fx, sx)),
  );

export const rightPad: PadSame = wrongShare(sameShare);

export function refuseConv({ input, kernel, filters, padding, groups }: ConvLayer): void {
  if (input[2] % groups !== 0 || filters % groups !== 0) throw new RangeError('groups');
  kernel.forEach((size, axis) => {
    if (size > input[axis]! + 2 * padding) throw new RangeError('kernel');
  });
}

export const convOutput = ({ input, filters, kernel, stride, padding }: ConvLayer): number[] => [
  ...[0, 1].map((i) => Math.floor((input[i]! + 2 * padding - kernel[i]!) / stride[i]!) + 1),
  filters,
];

export const convCost = (layer: ConvLayer): Cost => {
  const { input, filters, kernel, groups, bias } = layer;
  const output = convOutput(layer);
  const weights = (filters * kernel[0] * kernel[1] * input[2]) / groups;
  return {
    params: weights + (bias ? filters : 0),
    macs: weights * output[0]! * output[1]!,
    output,
  };
};

/** A right layerCost, convolutions in `conv` or dense layers in `dense` done otherwise. */
export const costOf =
  ({
    conv = convCost,
    dense = (input, units, bias) => ({
      params: input * units + (bias ? units : 0),
      macs: input * units,
      output: [units],
    }),
    check = refuseConv,
  }: {
    conv?: (layer: ConvLayer) => Cost;
    dense?: (input: number, units: number, bias: boolean) => Cost;
    check?: (layer: ConvLayer) => void;
  }): LayerCost =>
  (layer) => {
    if (layer.kind === 'dense') return dense(layer.input, layer.units, layer.bias);
    check(layer);
    return conv(layer);
  };
