/** Wrong flatten and dense beyond the known mistakes: subtle ones, dishonest ones. */
import type { AnyFunction } from '../../answer';
import { cases } from './cases';
import { denseMutants } from './dense-mutants';
import { channelsFirst, right } from './parts';
import type { Block, Matrix, Vector } from './types';

const asked = (call: string, args: unknown[]): boolean =>
  cases.some((each) => each.call === call && JSON.stringify(each.args) === JSON.stringify(args));

const remembered: Vector = [];

/** Name: the functions that are wrong; the other is right. */
export const mutants: Record<string, Record<string, AnyFunction>> = {
  'flatten of [W, C, H]': {
    flatten: (v: Block) =>
      v[0]!.flatMap((cell, x) => cell.flatMap((_, c) => v.map((l) => l[x]![c]!))),
  },
  'flatten of [H, C, W]': {
    flatten: (v: Block) => v.flatMap((l) => l[0]!.flatMap((_, c) => l.map((cell) => cell[c]!))),
  },
  'flatten takes the height for the width in its index': {
    flatten: (v: Block) => {
      const [H, C] = [v.length, v[0]![0]!.length];
      const strip: Vector = [];
      v.forEach((l, y) =>
        l.forEach((cell, x) => cell.forEach((value, c) => (strip[(y * H + x) * C + c] = value))),
      );
      return strip;
    },
  },
  'flatten takes three channels whatever there is': {
    flatten: (v: Block) => v.flatMap((l) => l.flatMap((cell) => cell.slice(0, 3))),
  },
  'flatten sorts': { flatten: (v: Block) => v.flat(2).sort((a, b) => a - b) },
  'flatten drops zeros': { flatten: (v: Block) => v.flat(2).filter(Boolean) },
  'flatten reads backwards': { flatten: (v: Block) => v.flat(2).reverse() },
  'flatten turns every other line': {
    flatten: (v: Block) => v.flatMap((l, y) => (y % 2 ? [...l].reverse() : l).flat()),
  },
  'flatten in the order of PyTorch where there are more than two channels': {
    flatten: (v: Block) => (v[0]![0]!.length > 2 ? channelsFirst(v) : v.flat(2)),
  },
  'flatten gives a typed array': { flatten: (v: Block) => Float32Array.from(v.flat(2)) },
  'flatten gives one line': { flatten: (v: Block) => [v.flat(2)] },
  'flatten gives a text': { flatten: (v: Block) => String(v) },
  'flatten empties the block': {
    flatten: (v: Block) => {
      const strip = v.flat(2);
      v.length = 0;
      return strip;
    },
  },
  'flatten keeps the strip of the last call': {
    flatten: (v: Block) => {
      remembered.push(...v.flat(2));
      return [...remembered];
    },
  },
  'flatten returns nothing': { flatten: () => undefined },
  ...denseMutants,
  'knows the public cases by heart': {
    flatten: (v: Block) => (asked('flatten', [v]) ? v.flat(2) : []),
    dense: (x: Vector, w: Matrix, b: Vector) =>
      asked('dense', [x, w, b]) ? right.dense(x, w, b) : [],
  },
  'throws at everything': {
    flatten: () => {
      throw new RangeError('no');
    },
    dense: () => {
      throw new RangeError('no');
    },
  },
  'is the untouched stub': {
    flatten: () => {
      throw new Error('flattenDense : à compléter.');
    },
    dense: () => {
      throw new Error('flattenDense : à compléter.');
    },
  },
  'returns nothing': { flatten: () => undefined, dense: () => undefined },
};
