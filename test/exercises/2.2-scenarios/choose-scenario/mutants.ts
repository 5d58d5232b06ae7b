/** Wrong answers beyond the known mistakes: subtle ones, dishonest ones. */
import type { Answer } from '../../answer';
import { cases, corners } from './cases';
import {
  chooser,
  meanOf,
  refuseAccuracies,
  refuseEmpty,
  refuseGap,
  refuseImages,
  refuseTwice,
  spoilt,
  squaresOf,
  summarizer,
} from './parts';
import { likenesses, sizes, student, type Cell, type Matrix, type Measure } from './types';

const each = (matrix: Matrix, change: (cell: Cell) => unknown): unknown =>
  Object.fromEntries(
    sizes.map((size) => [
      size,
      Object.fromEntries(
        likenesses.map((likeness) => [
          likeness,
          Object.fromEntries(
            Object.entries(matrix[size][likeness]).map(([name, cell]) => [name, change(cell)]),
          ),
        ]),
      ),
    ]),
  );

const middle = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  return (sorted[Math.floor((sorted.length - 1) / 2)]! + sorted[Math.ceil((sorted.length - 1) / 2)]!) / 2; // prettier-ignore
};

const known = new Map(cases.map(({ args }) => [JSON.stringify(args), true]));
const byHeart =
  <A extends unknown[]>(right: (...args: A) => unknown, other: unknown) =>
  (...args: A): unknown =>
    known.has(JSON.stringify(args)) ? right(...args) : other;

/** The same in place of both functions. */
const both = (answer: () => unknown) => ({ summarize: answer, chooseScenario: answer });

export const mutants: Record<string, Answer> = {
  'takes the median for the mean': { summarize: summarizer({ mean: middle }) },
  'takes the first seed': { summarize: summarizer({ mean: ([first]) => first! }) },
  'takes the last seed': { summarize: summarizer({ mean: (values) => values.at(-1)! }) },
  'takes half the range for the interval': {
    summarize: summarizer({ half: (values) => (Math.max(...values) - Math.min(...values)) / 2 }),
  },
  'gives the standard error': {
    summarize: summarizer({
      half: (values) => Math.sqrt(squaresOf(values) / (values.length - 1) / values.length),
    }),
  },
  'takes the t of three seeds for all': {
    summarize: summarizer({
      half: (values) => student[3]! * Math.sqrt(squaresOf(values) / (values.length - 1) / values.length), // prettier-ignore
    }),
  },
  'knows t up to five seeds': {
    summarize: summarizer({
      half: (values) =>
        student[Math.min(5, values.length)]! *
        Math.sqrt(squaresOf(values) / (values.length - 1) / values.length),
    }),
  },
  'forgets strategies of two seeds': { summarize: summarizer({ fewest: 3 }) },
  'stops counting at five seeds': { summarize: summarizer({ valid: (own) => own.filter(({ accuracy }) => accuracy !== null).slice(0, 5) }) }, // prettier-ignore
  'drops an accuracy of 0 as if it were missing': {
    summarize: summarizer({ valid: (own) => own.filter(({ accuracy }) => Boolean(accuracy)) }),
  },
  'counts the tries, not the valid ones': {
    summarize: spoilt(
      (matrix, measures) =>
      each(matrix, (cell) => ({ ...cell, count: cell.count + measures.filter(({ accuracy }) => accuracy === null).length })), // prettier-ignore
    ),
  },
  'takes the median of the seconds': {
    summarize: summarizer({ seconds: (own) => middle(own.map(({ seconds }) => seconds)) }),
  },
  'takes the longest seconds': {
    summarize: summarizer({ seconds: (own) => Math.max(...own.map(({ seconds }) => seconds)) }),
  },
  'puts all into one size': {
    summarize: summarizer({ place: (_, likeness) => ['small', likeness] }),
  },
  'puts all into one likeness': { summarize: summarizer({ place: (size) => [size, 'similar'] }) },
  'exchanges small and large': {
    summarize: summarizer({
      place: (size, likeness) => [size === 'small' ? 'large' : 'small', likeness],
    }),
  },
  'leaves out situations without measures': {
    summarize: spoilt((matrix) =>
      Object.fromEntries(
        sizes.map((size) => [
          size,
          Object.fromEntries(
            Object.entries(matrix[size]).filter(([, cells]) => Object.keys(cells).length > 0),
          ),
        ]),
      ),
    ),
  },
  'gives the interval as its ends': {
    summarize: spoilt(
      (matrix) =>
      each(matrix, ({ mean, half, ...rest }) => ({ ...rest, mean, half: [mean - half, mean + half] })), // prettier-ignore
    ),
  },
  'rounds to three decimals': {
    summarize: spoilt(
      (matrix) =>
      each(matrix, (cell) => ({ ...cell, mean: Number(cell.mean.toFixed(3)), half: Number(cell.half.toFixed(3)) })), // prettier-ignore
    ),
  },
  'gives per cent': {
    summarize: spoilt((matrix) => each(matrix, (cell) => ({ ...cell, mean: 100 * cell.mean }))),
  },
  'refuses a seed that is in another cell too': {
    summarize: (measures: Measure[]) => {
      refuseTwice(measures);
      return summarizer()(measures);
    },
  },
  'sees a seed twice only where both have results': {
    summarize: summarizer({
      refuse: (own) => {
        refuseAccuracies(own);
        refuseTwice(own.filter(({ accuracy }) => accuracy !== null));
      },
    }),
  },
  'takes NaN': {
    summarize: summarizer({
      refuse: (own) => {
        refuseTwice(own);
        if (own.some(({ accuracy }) => accuracy !== null && (accuracy < 0 || accuracy > 1)))
          throw new RangeError('accuracy');
      },
    }),
  },
  'takes accuracies above 1': {
    summarize: summarizer({
      refuse: (own) => {
        refuseTwice(own);
        if (own.some(({ accuracy }) => accuracy !== null && !(accuracy >= 0)))
          throw new RangeError('accuracy');
      },
    }),
  },
  'refuses 1 and 0': {
    summarize: summarizer({
      refuse: (own) => {
        refuseTwice(own);
        if (own.some(({ accuracy: x }) => x !== null && !(x > 0 && x < 1)))
          throw new RangeError('accuracy');
      },
    }),
  },
  'sorts the measures in place': {
    summarize: (measures: Measure[]) => {
      const matrix = summarizer()(measures);
      measures.sort((a, b) => a.seed - b.seed);
      return matrix;
    },
  },
  'fills in what is missing, in place': {
    summarize: (measures: Measure[]) => {
      const matrix = summarizer()(measures);
      for (const one of measures) one.accuracy ??= 0;
      return matrix;
    },
  },
  'summarize returns nothing': { summarize: () => undefined },
  'summarize throws at everything': {
    summarize: () => {
      throw new RangeError('no');
    },
  },
  'summarize knows the public cases by heart': { summarize: byHeart(summarizer(), {}) },

  'exchanges small and large in choosing': chooser({
    size: (images) => (images < 1000 ? 'large' : 'small'),
  }),
  'sees small projects only': chooser({ size: () => 'small' }),
  'sees likeness nowhere': chooser({ likeness: () => 'different' }),
  'takes 100 images for many': chooser({ size: (images) => (images < 100 ? 'small' : 'large') }),
  'takes a gap of 2 for the limit': chooser({ likeness: (gap) => (gap < 2 ? 'similar' : 'different') }), // prettier-ignore
  'takes the lowest mean': chooser({
    best: (all) => all.reduce((a, b) => (b[1].mean < a[1].mean ? b : a)),
  }),
  'takes the first one for the best': chooser({ best: ([first]) => first! }),
  'takes the highest upper end for the best': chooser({
    best: (all) => all.reduce((a, b) => (b[1].mean + b[1].half > a[1].mean + a[1].half ? b : a)),
    equal: (cell, best) => cell === best,
  }),
  'compares the half widths, not the ends': chooser({
    equal: (cell, best) => best.mean - cell.mean <= Math.max(best.half, cell.half),
  }),
  'takes all within two points for equal': chooser({
    equal: (cell, best) => cell.mean >= best.mean - 0.02,
  }),
  'takes the worst of those that are equal': chooser({ order: (a, b) => a.mean - b.mean }),
  'at equal cost takes the lower mean': chooser({
    order: (a, b) => a.seconds - b.seconds || a.mean - b.mean,
  }),
  'at equal cost takes whichever comes first': chooser({ order: (a, b) => a.seconds - b.seconds }),
  'at equal cost takes whichever comes last': chooser({
    order: (a, b) => (a.seconds <= b.seconds ? -1 : 1),
  }),
  'leaves the best out of those that are equal': chooser({
    equal: (cell, best) => cell !== best && cell.mean + cell.half >= best.mean - best.half,
  }),
  'gives the cell, not its name': (images: number, gap: number, matrix: Matrix) => {
    const name = chooser()(images, gap, matrix);
    return Object.values(matrix.small.similar)[0] ?? name;
  },
  'checks images only': chooser({
    refuse: (images, _gap, cells) => {
      refuseImages(images);
      refuseEmpty(cells);
    },
  }),
  'checks the gap only': chooser({
    refuse: (_images, gap, cells) => {
      refuseGap(gap);
      refuseEmpty(cells);
    },
  }),
  'takes half an image': chooser({
    refuse: (images, gap, cells) => {
      if (!(images >= 1 && images < Infinity)) throw new RangeError('images');
      refuseGap(gap);
      refuseEmpty(cells);
    },
  }),
  'takes an infinite gap': chooser({
    refuse: (images, gap, cells) => {
      refuseImages(images);
      if (!(gap >= 0)) throw new RangeError('gap');
      refuseEmpty(cells);
    },
  }),
  'refuses a gap of 0': chooser({
    refuse: (images, gap, cells) => {
      refuseImages(images);
      if (!(gap > 0)) throw new RangeError('gap');
      refuseGap(gap);
      refuseEmpty(cells);
    },
  }),
  'advises nothing where nothing was measured': (images: number, gap: number, matrix: Matrix) => {
    refuseImages(images);
    refuseGap(gap);
    const cells = matrix[images < 1000 ? 'small' : 'large'][gap < 1.5 ? 'similar' : 'different'];
    return Object.keys(cells).length === 0 ? '' : chooser()(images, gap, matrix);
  },
  'empties the cell that it read': (images: number, gap: number, matrix: Matrix) => {
    const name = chooser()(images, gap, matrix);
    for (const size of sizes) matrix[size].similar = {};
    return name;
  },
  'always says the same': () => 'tout affiner',
  'returns nothing': both(() => undefined),
  'throws at everything': both(() => {
    throw new RangeError('no');
  }),
  'is the untouched stub': both(() => {
    throw new Error('chooseScenario : à compléter.');
  }),
  'knows the public cases by heart': byHeart(chooser(), 'de zéro'),
  'knows the corners of the public matrix': (images: number, gap: number) =>
    chooser()(images, gap, corners),
  'mean of means': { summarize: summarizer({ mean: (values) => meanOf([meanOf(values.slice(0, 2)), meanOf(values)]) }) }, // prettier-ignore
};
