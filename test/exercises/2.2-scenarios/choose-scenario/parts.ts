/** Right answers whose wrong variants change one piece. The reference answers do not use them. */
import {
  emptyMatrix,
  far,
  few,
  likenesses,
  sizes,
  student,
  type Cell,
  type Cells,
  type Likeness,
  type Matrix,
  type Measure,
  type Size,
} from './types';

export const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);
export const meanOf = (values: readonly number[]): number => sum(values) / values.length;
export const squaresOf = (values: readonly number[]): number =>
  sum(values.map((value) => (value - meanOf(values)) ** 2));

/** The pieces of a summarize. */
export interface SummaryPieces {
  refuse: (own: readonly Measure[]) => void;
  /** What counts of the measures of a cell. */
  valid: (own: readonly Measure[]) => Measure[];
  fewest: number;
  mean: (values: number[]) => number;
  half: (values: number[], mean: number) => number;
  /** @param own all measures, those that do not count too */
  seconds: (valid: Measure[], own: readonly Measure[]) => number;
  place: (size: Size, likeness: Likeness) => [Size, Likeness];
}

export const refuseAccuracies = (own: readonly Measure[]): void => {
  const good = ({ accuracy: x }: Measure): boolean => x === null || (x >= 0 && x <= 1);
  if (!own.every(good)) throw new RangeError('accuracy');
};

export const refuseTwice = (own: readonly Measure[]): void => {
  const seeds = own.map(({ seed }) => seed);
  if (new Set(seeds).size < seeds.length) throw new RangeError('seed');
};

export const counted = (own: readonly Measure[]): Measure[] =>
  own.filter(({ accuracy }) => accuracy !== null);

const rightPieces: SummaryPieces = {
  refuse: (own) => {
    refuseAccuracies(own);
    refuseTwice(own);
  },
  valid: counted,
  fewest: 2,
  mean: meanOf,
  half: (values) =>
    student[values.length]! * Math.sqrt(squaresOf(values) / (values.length - 1) / values.length),
  seconds: (valid) => meanOf(valid.map((one) => one.seconds)),
  place: (size, likeness) => [size, likeness],
};

export const summarizer =
  (changed: Partial<SummaryPieces> = {}) =>
  (measures: Measure[]): Matrix => {
    const pieces = { ...rightPieces, ...changed };
    const matrix = emptyMatrix();
    for (const size of sizes) {
      for (const likeness of likenesses) {
        const here = measures.filter((one) => one.size === size && one.likeness === likeness);
        for (const strategy of new Set(here.map((one) => one.strategy))) {
          const own = here.filter((one) => one.strategy === strategy);
          pieces.refuse(own);
          const valid = pieces.valid(own);
          if (valid.length < pieces.fewest) continue;
          const values = valid.map(({ accuracy }) => accuracy!);
          const mean = pieces.mean(values);
          const half = pieces.half(values, mean);
          const seconds = pieces.seconds(valid, own);
          const [row, column] = pieces.place(size, likeness);
          matrix[row][column][strategy] = { count: values.length, mean, half, seconds };
        }
      }
    }
    return matrix;
  };

type Entry = [name: string, cell: Cell];

/** The pieces of a chooseScenario. */
export interface ChoicePieces {
  refuse: (images: number, gap: number, cells: Cells | undefined) => void;
  size: (images: number) => Size;
  likeness: (gap: number) => Likeness;
  best: (all: Entry[]) => Entry;
  equal: (cell: Cell, best: Cell) => boolean;
  /** Which of the equal ones: below 0 the first. */
  order: (a: Cell, b: Cell) => number;
}

export const refuseImages = (images: number): void => {
  if (!Number.isInteger(images) || images < 1) throw new RangeError('images');
};
export const refuseGap = (gap: number): void => {
  if (!(gap >= 0 && gap < Infinity)) throw new RangeError('gap');
};
export const refuseEmpty = (cells: Cells | undefined): void => {
  if (cells === undefined || Object.keys(cells).length === 0) throw new RangeError('empty');
};

const rightChoice: ChoicePieces = {
  refuse: (images, gap, cells) => {
    refuseImages(images);
    refuseGap(gap);
    refuseEmpty(cells);
  },
  size: (images) => (images < few ? 'small' : 'large'),
  likeness: (gap) => (gap < far ? 'similar' : 'different'),
  best: (all) => all.reduce((a, b) => (b[1].mean > a[1].mean ? b : a)),
  equal: (cell, best) => cell.mean + cell.half >= best.mean - best.half,
  order: (a, b) => a.seconds - b.seconds || b.mean - a.mean,
};

export const chooser =
  (changed: Partial<ChoicePieces> = {}) =>
  (images: number, gap: number, matrix: Matrix): string => {
    const { refuse, size, likeness, best, equal, order } = { ...rightChoice, ...changed };
    const cells = matrix[size(images)][likeness(gap)];
    refuse(images, gap, cells);
    const all = Object.entries(cells);
    const [, first] = best(all);
    const candidates = all.filter(([, cell]) => equal(cell, first));
    return candidates.reduce((a, b) => (order(b[1], a[1]) < 0 ? b : a))[0];
  };

/** A wrong answer that is right but for what becomes of its result. */
export const spoilt =
  (spoil: (matrix: Matrix, measures: Measure[]) => unknown) =>
  (measures: Measure[]): unknown =>
    spoil(summarizer()(measures), measures);
