/** Right answers whose wrong variants change one piece. The reference does not use them. */
export type Image = number[][];
export type Border = 'zero' | 'wrap';
export type Classify = (image: Image) => number;
export type Operation = (image: Image) => Image;

export const wrapped = (place: number, length: number): number =>
  ((place % length) + length) % length;

export function refuseShift(d: number): void {
  if (!Number.isInteger(d)) throw new RangeError('d');
}

/** A shift by where the pixel (x, y) of the result comes from; undefined: from nowhere. */
export const shiftBy =
  (source: (image: Image, y: number, x: number, d: number, border: Border) => number | undefined) =>
  (image: Image, d: number, border: Border = 'zero'): Image => {
    refuseShift(d);
    return image.map((row, y) => row.map((_, x) => source(image, y, x, d, border) ?? 0));
  };

export const rightSource = (
  image: Image,
  y: number,
  x: number,
  d: number,
  border: Border,
): number | undefined => {
  const row = image[y]!;
  return border === 'wrap' ? row[wrapped(x - d, row.length)] : row[x - d];
};

export const rightShift = shiftBy(rightSource);

export function refuseSets(images: Image[], labels: number[], most: number): void {
  if (images.length < 1 || images.length !== labels.length) throw new RangeError('images');
  if (!Number.isInteger(most) || most < 0) throw new RangeError('most');
}

/** From -most to most. */
export const places = (most: number): number[] =>
  Array.from({ length: 2 * most + 1 }, (_, i) => i - most);

/** What a curve is made of. */
export interface CurveParts {
  shift?: typeof rightShift;
  places?: (most: number) => number[];
  /** The label that the answer to image i is compared to. */
  labelOf?: (labels: number[], i: number, d: number) => number | undefined;
  /** Out of the number of right answers and of images. */
  accuracy?: (right: number, count: number) => number;
  border?: Border;
  checks?: typeof refuseSets;
}

export const curveWith =
  (parts: CurveParts = {}) =>
  (classify: Classify, images: Image[], labels: number[], most: number): unknown => {
    (parts.checks ?? refuseSets)(images, labels, most);
    const { shift = rightShift, border = 'zero' } = parts;
    const { labelOf = (all, i) => all[i], accuracy = (right, count) => right / count } = parts;
    return (parts.places ?? places)(most).map((d) => {
      const right = images.filter(
        (image, i) => classify(shift(image, d, border)) === labelOf(labels, i, d),
      );
      return { d, accuracy: accuracy(right.length, images.length) };
    });
  };

const largest = (values: number[]): number => Math.max(...values);

/** Two maps, value by value. */
const both = (a: Image, b: Image, f: (a: number, b: number) => number): number[] =>
  a.flatMap((row, y) => row.map((value, x) => f(value, b[y]![x]!)));

/** What a gap is made of. */
export interface GapParts {
  before?: (image: Image, d: number, border: Border) => Image;
  after?: (map: Image, d: number, border: Border) => Image;
  gap?: (a: number, b: number) => number;
  gathered?: (gaps: number[]) => unknown;
  checks?: boolean;
}

export const gapWith =
  (parts: GapParts = {}) =>
  (operation: Operation, image: Image, d: number, border: Border): unknown => {
    const { before = rightShift, after = rightShift, checks = true } = parts;
    const { gap = (a, b) => Math.abs(a - b), gathered = largest } = parts;
    if (checks) refuseShift(d);
    const map = operation(image);
    const fits = map.length === image.length && map[0]?.length === image[0]!.length;
    if (checks && !fits) throw new RangeError('size');
    return gathered(both(operation(before(image, d, border)), after(map, d, border), gap));
  };

export function refuseWindow(image: Image, window: number): void {
  const side = Math.min(image.length, image[0]!.length);
  if (!Number.isInteger(window) || window < 1 || window > side) throw new RangeError('window');
}

/** What an occlusion is made of. */
export interface OcclusionParts {
  /** What the fall is, from the score of the whole image and of the covered one. */
  fall?: (whole: number, covered: number) => number;
  inside?: (y: number, x: number, top: number, left: number, window: number) => boolean;
  /** How many windows along a side. */
  count?: (side: number, window: number) => number;
  /** From one window to the next. */
  step?: (window: number) => number;
  fill?: (given: number, image: Image) => number;
  checks?: (image: Image, window: number) => void;
}

const isInside = (y: number, x: number, top: number, left: number, window: number): boolean =>
  y >= top && y < top + window && x >= left && x < left + window;

export const occlusionWith =
  (parts: OcclusionParts = {}) =>
  (score: (image: Image) => number, image: Image, window: number, fill = 0): unknown => {
    (parts.checks ?? refuseWindow)(image, window);
    const { fall = (whole, covered) => whole - covered, inside = isInside } = parts;
    const { count = (side) => side - window + 1, step = () => 1 } = parts;
    const value = parts.fill?.(fill, image) ?? fill;
    const whole = score(image);
    const along = (side: number): number[] =>
      Array.from({ length: count(side, window) }, (_, i) => i * step(window));
    return along(image.length).map((top) =>
      along(image[0]!.length).map((left) => {
        const covered = image.map((row, y) =>
          row.map((old, x) => (inside(y, x, top, left, window) ? value : old)),
        );
        return fall(whole, score(covered));
      }),
    );
  };
