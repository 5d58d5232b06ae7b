/** Wrong filterBank answers beyond the known mistakes: subtle ones, dishonest ones. */
import { cases } from './cases';
import {
  channel,
  channelsOf,
  filterMap,
  filtersOf,
  flip,
  refuseBank,
  shift,
  slice,
  slide2d,
  stack,
  times,
  addMaps,
} from '../parts';
import type { FilterBank, Filters, Image, Vector } from '../types';

const right: FilterBank = (x, w, b) => {
  refuseBank(x, w, b);
  return stack(times(filtersOf(w), (f) => shift(filterMap(x, w, f), b[f]!)));
};

const turnedAbout = (image: Image): Image =>
  image[0]!.map((_, col) => image.map((line) => line[col]!));

/** Reads zero where there is nothing, after these checks only. */
const checkedBy =
  (check: (x: Image, w: Filters, b: Vector) => void): FilterBank =>
  (x, w, b) => {
    check(x, w, b);
    const rows = Math.max(0, x.length - w.length + 1);
    const cols = Math.max(0, x[0]!.length - (w[0]?.length ?? 0) + 1);
    return times(rows, (i) =>
      times(cols, (j) =>
        times(w[0]?.[0]?.[0]?.length ?? 0, (f) => {
          let sum = b[f] ?? 0;
          w.forEach((line, u) =>
            line.forEach((weights, v) =>
              weights.forEach((each, c) => (sum += each[f]! * (x[i + u]![j + v]![c] ?? 0))),
            ),
          );
          return sum;
        }),
      ),
    );
  };

const tooLarge = (x: Image, w: Filters): boolean =>
  w.length > x.length || (w[0]?.length ?? 0) > x[0]!.length;

export const mutants = {
  'reads the last channel only': (x: Image, w: Filters, b: Vector) => {
    refuseBank(x, w, b);
    const last = channelsOf(x) - 1;
    return stack(
      times(filtersOf(w), (f) => shift(slide2d(channel(x, last), slice(w, last, f)), b[f]!)),
    );
  },
  'reads three channels whatever there is': (x: Image, w: Filters, b: Vector) => {
    refuseBank(x, w, b);
    const cut = <T>(line: T[][]): T[][] => line.map((values) => values.slice(0, 3));
    return right(x.map(cut), w.map(cut), b);
  },
  'applies the first filter to all channels of every map': (x: Image, w: Filters, b: Vector) => {
    refuseBank(x, w, b);
    return stack(times(filtersOf(w), (f) => shift(filterMap(x, w, 0), b[f]!)));
  },
  'uses the first channel of each filter for all channels': (x: Image, w: Filters, b: Vector) => {
    refuseBank(x, w, b);
    return stack(
      times(filtersOf(w), (f) =>
        shift(
          times(channelsOf(x), (c) => slide2d(channel(x, c), slice(w, 0, f))).reduce(addMaps),
          b[f]!,
        ),
      ),
    );
  },
  'adds all of the biases to each map': (x: Image, w: Filters, b: Vector) => {
    const total = b.reduce((sum, bias) => sum + bias, 0);
    return right(
      x,
      w,
      b.map(() => total),
    );
  },
  'adds the biases in reverse order': (x: Image, w: Filters, b: Vector) =>
    right(x, w, [...b].reverse()),
  'subtracts the bias': (x: Image, w: Filters, b: Vector) =>
    right(
      x,
      w,
      b.map((bias) => -bias),
    ),
  'adds the bias at the first position only': (x: Image, w: Filters, b: Vector) => {
    const y = right(
      x,
      w,
      b.map(() => 0),
    );
    y[0]![0] = y[0]![0]!.map((value, f) => value + b[f]!);
    return y;
  },
  'rounds the biases': (x: Image, w: Filters, b: Vector) => right(x, w, b.map(Math.round)),
  'gives the maps in reverse order': (x: Image, w: Filters, b: Vector) =>
    right(x, w, b).map((line) => line.map((maps) => [...maps].reverse())),
  'swaps rows and columns of the maps': (x: Image, w: Filters, b: Vector) =>
    turnedAbout(right(x, w, b)),
  'takes the width of the maps for their height': (x: Image, w: Filters, b: Vector) => {
    const y = right(x, w, b);
    const size = Math.min(y.length, y[0]!.length);
    return y.slice(0, size).map((line) => line.slice(0, size));
  },
  'adds the filters up in one map': (x: Image, w: Filters, b: Vector) =>
    right(x, w, b).map((line) => line.map((maps) => [maps.reduce((sum, value) => sum + value, 0)])),
  'adds up all positions of the map so far': (x: Image, w: Filters, b: Vector) => {
    let sum = 0;
    return right(x, w, b).map((line) => line.map((maps) => maps.map((value) => (sum += value))));
  },
  'flips the kernels of all channels but the first': (x: Image, w: Filters, b: Vector) => {
    refuseBank(x, w, b);
    return stack(
      times(filtersOf(w), (f) =>
        shift(
          times(channelsOf(x), (c) => {
            const kernel = slice(w, c, f);
            return slide2d(channel(x, c), c === 0 ? kernel : flip(kernel));
          }).reduce(addMaps),
          b[f]!,
        ),
      ),
    );
  },
  'drops negative values, as a ReLU': (x: Image, w: Filters, b: Vector) =>
    right(x, w, b).map((line) => line.map((maps) => maps.map((value) => Math.max(0, value)))),
  'clamps to 0..255': (x: Image, w: Filters, b: Vector) =>
    right(x, w, b).map((line) =>
      line.map((maps) => maps.map((value) => Math.min(255, Math.max(0, value)))),
    ),
  'gives a matrix when there is one filter': (x: Image, w: Filters, b: Vector) => {
    const y = right(x, w, b);
    return b.length === 1 ? channel(y, 0) : y;
  },
  'throws at everything': () => {
    throw new RangeError('no');
  },
  'is the untouched stub': () => {
    throw new Error('filterBank : à compléter.');
  },
  'knows the public cases by heart': (x: Image, w: Filters, b: Vector) => {
    const asked = JSON.stringify([x, w, b]);
    const known = cases.some(({ args }) => JSON.stringify(args) === asked);
    return known ? right(x, w, b) : [];
  },
  'adds the bias into w in place': (x: Image, w: Filters, b: Vector) => {
    const y = right(x, w, b);
    w[0]![0]![0]![0]! += b[0]!;
    return y;
  },
  'crops x in place': (x: Image, w: Filters, b: Vector) => {
    const y = right(x, w, b);
    x.length = y.length;
    return y;
  },
  'sorts b in place': (x: Image, w: Filters, b: Vector) => {
    const y = right(x, w, b);
    b.push(b.shift()!);
    return y;
  },
  'checks no channels': checkedBy((x, w, b) => {
    if (tooLarge(x, w) || b.length === 0 || b.length !== filtersOf(w)) throw new RangeError('w, b');
  }),
  'refuses too few channels but not too many': checkedBy((x, w, b) => {
    if (tooLarge(x, w) || b.length === 0 || b.length !== filtersOf(w)) throw new RangeError('w, b');
    if (w[0]![0]!.length < channelsOf(x)) throw new RangeError('channels');
  }),
  'checks no biases': checkedBy((x, w) => {
    if (w.length === 0 || w[0]!.length === 0 || tooLarge(x, w)) throw new RangeError('w');
    if (w[0]![0]!.length !== channelsOf(x)) throw new RangeError('channels');
  }),
  'refuses too few biases but not too many': checkedBy((x, w, b) => {
    if (w.length === 0 || w[0]!.length === 0 || tooLarge(x, w)) throw new RangeError('w');
    if (w[0]![0]!.length !== channelsOf(x) || b.length < filtersOf(w)) throw new RangeError('c, b');
  }),
  'checks the height of the filters only': checkedBy((x, w, b) => {
    if (w.length === 0 || w[0]!.length === 0 || w.length > x.length) throw new RangeError('w');
    if (w[0]![0]!.length !== channelsOf(x) || b.length !== filtersOf(w)) throw new RangeError('b');
  }),
  'checks the width of the filters only': checkedBy((x, w, b) => {
    if (w.length === 0 || w[0]!.length === 0) throw new RangeError('w');
    if (w[0]!.length > x[0]!.length) throw new RangeError('w');
    if (w[0]![0]!.length !== channelsOf(x) || b.length !== filtersOf(w)) throw new RangeError('b');
  }),
  'takes empty filters': checkedBy((x, w, b) => {
    if (tooLarge(x, w)) throw new RangeError('w');
    if (w.length > 0 && w[0]!.length > 0) refuseBank(x, w, b);
  }),
};
