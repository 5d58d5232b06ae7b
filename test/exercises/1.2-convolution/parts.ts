/**
 * Small right pieces that wrong answers are put together from, so that each mistake is only the
 * line that is wrong. The reference answers do not use them.
 */
import type { Filters, Image, Matrix, Vector } from './types';

/** An array of `length` items, `item(i)` each; as good as empty when `length` makes no sense. */
export const times = <T>(length: number, item: (i: number) => T): T[] =>
  Array.from({ length: Number.isFinite(length) ? length : 0 }, (_, i) => item(i));

export const zeros = (length: number): Vector => times(length, () => 0);

export const dot = (a: Vector, b: Vector): number => a.reduce((sum, v, i) => sum + v * b[i]!, 0);

/** How many positions a window of `size` takes on `length` values. */
export const positions = (length: number, size: number, stride: number): number =>
  Math.floor((length - size) / stride) + 1;

export const pad1d = (x: Vector, before: number, after = before): Vector => [
  ...zeros(before),
  ...x,
  ...zeros(after),
];

export const slide1d = (x: Vector, k: Vector, stride = 1): Vector =>
  times(positions(x.length, k.length, stride), (i) =>
    dot(k, x.slice(i * stride, i * stride + k.length)),
  );

/** Zeros: `rows` above and below, `cols` left and right; or only above and left. */
export const pad2d = (x: Matrix, rows: number, cols: number, both = true): Matrix => {
  const width = x[0]!.length + (both ? 2 : 1) * cols;
  const blank = (): Matrix => times(rows, () => zeros(width));
  const lines = x.map((line) => pad1d(line, cols, both ? cols : 0));
  return [...blank(), ...lines, ...(both ? blank() : [])];
};

export const slide2d = (x: Matrix, k: Matrix, strideY = 1, strideX = 1): Matrix =>
  times(positions(x.length, k.length, strideY), (i) =>
    times(positions(x[0]!.length, k[0]!.length, strideX), (j) =>
      window2d(x, k, i * strideY, j * strideX),
    ),
  );

/** The response of a kernel laid with its top left corner on (top, left). */
export const window2d = (x: Matrix, k: Matrix, top: number, left: number): number =>
  k.reduce((sum, line, u) => sum + dot(line, x[top + u]!.slice(left, left + line.length)), 0);

export const transpose = (m: Matrix): Matrix => m[0]!.map((_, col) => m.map((line) => line[col]!));

export const flip = (k: Matrix): Matrix => [...k].reverse().map((line) => [...line].reverse());

/** One channel of an image: [height][width]. */
export const channel = (x: Image, c: number): Matrix => x.map((line) => line.map((px) => px[c]!));

/** One slice of a bank: filter f, channel c: [height][width]. */
export const slice = (w: Filters, c: number, f: number): Matrix =>
  w.map((line) => line.map((weights) => weights[c]![f]!));

export const channelsOf = (x: Image): number => x[0]![0]!.length;
export const filtersOf = (w: Filters): number => w[0]![0]![0]!.length;

/** Maps [filter][row][col] as an image [row][col][filter]. */
export const stack = (maps: Matrix[]): Image =>
  maps[0]!.map((line, row) => line.map((_, col) => maps.map((map) => map[row]![col]!)));

export const addMaps = (a: Matrix, b: Matrix): Matrix =>
  a.map((line, row) => line.map((value, col) => value + b[row]![col]!));

export const shift = (map: Matrix, by: number): Matrix =>
  map.map((line) => line.map((value) => value + by));

/** The map of one filter without its bias: the sum of the channels' partial maps. */
export const filterMap = (x: Image, w: Filters, f: number): Matrix =>
  times(channelsOf(x), (c) => slide2d(channel(x, c), slice(w, c, f))).reduce(addMaps);

/** Refuses what the statements say must be refused, so that a mistake is about something else. */
export function refuse1d(x: Vector, k: Vector, stride: number, padding: number): void {
  refuseStep(stride);
  refusePadding(padding);
  if (k.length === 0 || k.length > x.length + 2 * padding) throw new RangeError('kernel');
}

export function refuse2d(
  x: Matrix,
  k: Matrix,
  stride: readonly [number, number],
  padding: number,
): void {
  stride.forEach(refuseStep);
  refusePadding(padding);
  if (k.length === 0 || k.length > x.length + 2 * padding) throw new RangeError('kernel height');
  const width = x[0]!.length + 2 * padding;
  if (k[0]!.length === 0 || k[0]!.length > width) throw new RangeError('kernel width');
}

export function refuseBank(x: Image, w: Filters, b: Vector): void {
  if (w.length === 0 || w[0]!.length === 0) throw new RangeError('no filter');
  if (w.length > x.length || w[0]!.length > x[0]!.length) throw new RangeError('kernel');
  if (w[0]![0]!.length !== channelsOf(x)) throw new RangeError('channels');
  if (b.length !== filtersOf(w)) throw new RangeError('biases');
}

export function refuseStep(stride: number): void {
  if (!Number.isInteger(stride) || stride < 1) throw new RangeError('stride');
}

export function refusePadding(padding: number): void {
  if (!Number.isInteger(padding) || padding < 0) throw new RangeError('padding');
}
