/**
 * A right conv2dBackward in pieces that wrong answers exchange, so that each mistake is only the line
 * that is wrong. The reference answer does not use it.
 */
import { times, zerosLike } from '../parts';
import type { Conv2dBackward, ConvGradients, Filters, Image } from '../types';

export type Steps = [number, number];
export type Args = [dy: Image, x: Image, w: Filters, stride: Steps, padding: number];

/** A pair of indices: of a cell in the image, or of a weight in the kernel. */
export type Pair = readonly [number, number];

/** Which cell the weight (u, v) meets at the position (i, j). */
type Place = (at: Pair, weight: Pair, stride: Steps, padding: number) => Pair;

export const place: Place = ([i, j], [u, v], [strideY, strideX], padding) => [
  i * strideY + u - padding,
  j * strideX + v - padding,
];

export const outputSize = (length: number, size: number, stride: number, padding: number): number =>
  Math.floor((length + 2 * padding - size) / stride) + 1;

export const outputShape = (...[, x, w, stride, padding]: Args): number[] => [
  outputSize(x.length, w.length, stride[0], padding),
  outputSize(x[0]!.length, w[0]!.length, stride[1], padding),
  w[0]![0]![0]!.length,
];

export const shapeOf = (dy: Image): number[] => [dy.length, dy[0]!.length, dy[0]![0]!.length];

export function refuse(...args: Args): void {
  const [dy, x, w] = args;
  if (w[0]![0]!.length !== x[0]![0]!.length) throw new RangeError('channels');
  if (String(shapeOf(dy)) !== String(outputShape(...args))) throw new RangeError('dy');
}

/** The arguments with the defaults of the statement. */
export const complete = (...given: Parameters<Conv2dBackward>): Args => {
  const [dy, x, w, stride = [1, 1], padding = 0] = given;
  return [dy, x, w, stride, padding];
};

const add = (before: number, more: number): number => before + more;

/** A conv2dBackward of these pieces; each is right where none is given. What is not there counts for 0. */
export const convBackwardOf =
  (pieces: {
    check?: (...args: Args) => void;
    place?: Place;
    /** The weight that is read and written instead of (u, v). */
    weight?: (weight: Pair, w: Filters) => Pair;
    /** How a gradient takes a new contribution. */
    gather?: typeof add;
  }): Conv2dBackward =>
  (...given) => {
    const [dy, x, w, stride, padding] = complete(...given);
    const { check = refuse, gather = add } = pieces;
    check(dy, x, w, stride, padding);
    const dx = zerosLike(x);
    const dw = zerosLike(w);
    const db = w[0]![0]![0]!.map(() => 0);
    everywhere(dy, w, (i, j, u, v) => {
      const gradients = dy[i]![j]!;
      if (u === 0 && v === 0) db.forEach((_, k) => (db[k] = gather(db[k]!, gradients[k] ?? 0)));
      const [row, col] = (pieces.place ?? place)([i, j], [u, v], stride, padding);
      const [weightRow, weightCol] = pieces.weight?.([u, v], w) ?? [u, v];
      const into = dw[weightRow]![weightCol]!;
      dx[row]?.[col]?.forEach((_, c) =>
        db.forEach((_, k) => {
          const gradient = gradients[k] ?? 0;
          const [cell, weight] = [x[row]![col]![c]!, w[weightRow]![weightCol]![c]?.[k] ?? 0];
          dx[row]![col]![c] = gather(dx[row]![col]![c]!, gradient * weight);
          if (into[c] !== undefined) into[c][k] = gather(into[c][k]!, gradient * cell);
        }),
      );
    });
    return { dx, dw, db };
  };

/** Every position of dy, and in it every weight. */
function everywhere(
  dy: Image,
  w: Filters,
  visit: (i: number, j: number, u: number, v: number) => void,
): void {
  dy.forEach((line, i) =>
    line.forEach((_, j) =>
      w.forEach((weights, u) => weights.forEach((__, v) => visit(i, j, u, v))),
    ),
  );
}

export const right: Conv2dBackward = convBackwardOf({});

/** A wrong conv2dBackward that refuses what must be refused, and makes something else of the right parts. */
export const wrong =
  (change: (gradients: ConvGradients, ...args: Args) => unknown) =>
  (...given: Parameters<Conv2dBackward>): unknown => {
    const args = complete(...given);
    return change(right(...args), ...args);
  };

/** The image between its zeros. */
export const padded = (x: Image, padding: number): Image => {
  const blank = (): number[] => x[0]![0]!.map(() => 0);
  const row = (): number[][] => times(x[0]!.length + 2 * padding, blank);
  const sides = (): number[][] => times(padding, blank);
  return [
    ...times(padding, row),
    ...x.map((line) => [...sides(), ...line, ...sides()]),
    ...times(padding, row),
  ];
};

/** A wrong conv2dBackward that crops dx out of the gradient of the padded image as told. */
export const cropping = (crop: (whole: Image, x: Image, padding: number) => Image) =>
  wrong((gradients, dy, x, w, stride, padding) => {
    const whole = right(dy, padded(x, padding), w, stride, 0).dx;
    return { ...gradients, dx: crop(whole, x, padding) };
  });

/** The rows and the columns of an image from `from` to `to`. */
export const cut = (image: Image, from: number, to?: number): Image =>
  image.slice(from, to).map((line) => line.slice(from, to));
