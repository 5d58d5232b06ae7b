/** Wrong binarize answers beyond the known mistakes: subtle ones, dishonest ones. */
import type { Answer } from '../../answer';
import { refuseThreshold } from '../parts';
import type { Binarize, Matrix } from '../types';
import { cases } from './cases';

const convert: Binarize = (m, threshold) =>
  m.map((line) => line.map((value) => (value >= threshold ? 255 : 0)));

const right: Binarize = (m, threshold) => {
  refuseThreshold(threshold);
  return convert(m, threshold);
};

/** Right, of values and a threshold that were first changed. */
const of =
  (value: (v: number) => number, threshold: (t: number) => number = (t) => t): Binarize =>
  (m, t) => {
    refuseThreshold(t);
    return convert(
      m.map((line) => line.map(value)),
      threshold(t),
    );
  };

/** Right where the threshold is, with another check. */
const unchecked =
  (bad: (threshold: number) => boolean): Binarize =>
  (m, threshold) => {
    if (bad(threshold)) throw new RangeError('threshold');
    return convert(m, threshold);
  };

export const mutants: Record<string, Answer> = {
  'rounds the threshold': of((v) => v, Math.round),
  'rounds the values': of(Math.round),
  'cuts the values': of(Math.floor),
  'cuts the threshold': of((v) => v, Math.floor),
  'takes what is nearly the threshold for it': of((v) => v + 0.5),
  'white is 254': (m: Matrix, t: number) => right(m, t).map((l) => l.map((v) => (v ? 254 : 0))),
  'white is 256': (m: Matrix, t: number) => right(m, t).map((l) => l.map((v) => (v ? 256 : 0))),
  'gives booleans': (m: Matrix, t: number) => right(m, t).map((l) => l.map((v) => v === 255)),
  'gives strings': (m: Matrix, t: number) => right(m, t).map((l) => l.map(String)),
  'one list instead of rows': (m: Matrix, t: number) => right(m, t).flat(),
  'the first row only': (m: Matrix, t: number) => right(m, t).slice(0, 1),
  'as many columns as rows': (m: Matrix, t: number) => right(m, t).map((l) => l.slice(0, m.length)),
  'thresholds at the mean of the image': (m: Matrix, t: number) => {
    refuseThreshold(t);
    const all = m.flat();
    return convert(m, all.reduce((a, b) => a + b, 0) / all.length);
  },
  'three levels': (m: Matrix, t: number) => {
    refuseThreshold(t);
    return m.map((l) => l.map((v) => (v === t ? 128 : v > t ? 255 : 0)));
  },
  'takes a threshold of 0 for none': (m: Matrix, t: number) => right(m, t || 128),
  'gives NaN for everything': (m: Matrix, t: number) => right(m, t).map((l) => l.map(() => NaN)),
  'gives infinities for everything': (m: Matrix, t: number) =>
    right(m, t).map((l) => l.map(() => Infinity)),
  'returns nothing': (m: Matrix, t: number) => {
    right(m, t);
  },
  'throws at everything': () => {
    throw new RangeError('no');
  },
  'is the untouched stub': () => {
    throw new Error('binarize : à compléter.');
  },
  'knows the public cases by heart': (m: Matrix, t: number) => {
    const asked = JSON.stringify([m, t]);
    return cases.some(({ args }) => JSON.stringify(args) === asked) ? right(m, t) : [];
  },
  'changes m in place': (m: Matrix, t: number) => {
    const binary = right(m, t);
    m.forEach((line, y) => line.splice(0, line.length, ...binary[y]!));
    return m;
  },
  'sorts the rows of m': (m: Matrix, t: number) => {
    const binary = right(m, t);
    m.forEach((line) => line.sort((a, b) => a - b));
    return binary;
  },
  'takes NaN for a threshold': unchecked((t) => t < 0 || t > 255),
  'refuses no negative threshold': unchecked((t) => !(t <= 255)),
  'refuses no large threshold': unchecked((t) => !(t >= 0)),
  'refuses a threshold of 0': unchecked((t) => !(t > 0 && t <= 255)),
  'refuses a threshold of 255': unchecked((t) => !(t >= 0 && t < 255)),
  'refuses a threshold that is no integer': unchecked(
    (t) => !Number.isInteger(t) || t < 0 || t > 255,
  ),
  'gives a black image where it should throw': (m: Matrix, t: number) => {
    try {
      return right(m, t);
    } catch {
      return m.map((line) => line.map(() => 0));
    }
  },
};
