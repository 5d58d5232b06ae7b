/** Right answers written otherwise than the reference; they stand alone, as students would write them. */
import type { AnyFunction } from '../../answer';
import { far, few, student, type Cell, type Matrix, type Measure } from './types';

interface Running {
  seeds: number[];
  n: number;
  mean: number;
  squares: number;
  seconds: number;
}

export const alternatives: Record<string, Record<string, AnyFunction>> = {
  'one pass, running means; the best kept in a loop': {
    summarize(measures: Measure[]): Matrix {
      const result: Matrix = {
        small: { similar: {}, different: {} },
        large: { similar: {}, different: {} },
      };
      const running: Record<string, Running> = {};
      for (const { size, likeness, strategy, seed, accuracy, seconds } of measures) {
        const key = JSON.stringify([size, likeness, strategy]);
        const one = (running[key] ??= { seeds: [], n: 0, mean: 0, squares: 0, seconds: 0 });
        if (one.seeds.includes(seed)) throw new Error('seed');
        one.seeds.push(seed);
        if (accuracy === null) continue;
        if (!(accuracy >= 0) || accuracy > 1) throw new Error('accuracy');
        one.n++;
        const before = accuracy - one.mean;
        one.mean += before / one.n;
        one.squares += before * (accuracy - one.mean);
        one.seconds += (seconds - one.seconds) / one.n;
      }
      for (const [key, { n, mean, squares, seconds }] of Object.entries(running)) {
        if (n < 2) continue;
        const [size, likeness, strategy] = JSON.parse(key) as ['small', 'similar', string];
        const half = student[n]! * Math.sqrt(squares / (n * (n - 1)));
        result[size][likeness][strategy] = { count: n, mean, half, seconds };
      }
      return result;
    },
    chooseScenario(images: number, gap: number, matrix: Matrix): string {
      if (images % 1 !== 0 || images < 1) throw new TypeError('images');
      if (typeof gap !== 'number' || Number.isNaN(gap) || gap < 0 || gap === Infinity) {
        throw new TypeError('gap');
      }
      const row = images >= few ? matrix.large : matrix.small;
      const cells = gap >= far ? row.different : row.similar;
      let low = -Infinity;
      let most = -Infinity;
      for (const name in cells) {
        if (cells[name]!.mean > most) {
          most = cells[name]!.mean;
          low = most - cells[name]!.half;
        }
      }
      let answer = '';
      for (const name of Object.keys(cells)) {
        const cell: Cell = cells[name]!;
        if (cell.mean + cell.half < low) continue;
        const kept = cells[answer];
        if (
          kept === undefined ||
          cell.seconds < kept.seconds ||
          (cell.seconds === kept.seconds && cell.mean > kept.mean)
        ) {
          answer = name;
        }
      }
      if (answer === '') throw new Error('nothing');
      return answer;
    },
  },
  'async, groups by a key, lists sorted by cost': {
    async summarize(measures: Measure[]): Promise<Matrix> {
      await Promise.resolve();
      const cellsOf = (size: string, likeness: string): Record<string, Cell> => {
        const here = measures.filter((one) => one.size === size && one.likeness === likeness);
        const cells: Record<string, Cell> = {};
        for (const { strategy } of here) {
          const own = here.filter((one) => one.strategy === strategy);
          own.forEach((one, i) => {
            if (own.findIndex(({ seed }) => seed === one.seed) !== i) throw new Error('seed');
            const x = one.accuracy;
            if (x !== null && (Number.isNaN(x) || x < 0 || x > 1)) throw new Error('accuracy');
          });
          const kept = own.flatMap((one) => (one.accuracy === null ? [] : [one]));
          const n = kept.length;
          if (n <= 1) continue;
          const mean = kept.reduce((sum, one) => sum + one.accuracy! / n, 0);
          const squares = kept.map((one) => one.accuracy! ** 2).reduce((a, b) => a + b);
          const variance = Math.max(0, (squares - n * mean * mean) / (n - 1));
          cells[strategy] = {
            seconds: kept.reduce((sum, one) => sum + one.seconds / n, 0),
            half: (student[n]! * variance ** 0.5) / n ** 0.5,
            mean,
            count: n,
          };
        }
        return cells;
      };
      return {
        large: { different: cellsOf('large', 'different'), similar: cellsOf('large', 'similar') },
        small: { different: cellsOf('small', 'different'), similar: cellsOf('small', 'similar') },
      };
    },
    chooseScenario(images: number, gap: number, matrix: Matrix): string {
      if (!Number.isSafeInteger(images) || images <= 0 || !(gap >= 0) || !isFinite(gap)) {
        throw new RangeError('arguments');
      }
      const size = images < few ? ('small' as const) : ('large' as const);
      const all = Object.entries(matrix[size][gap < far ? 'similar' : 'different']).map(
        ([name, cell]) => ({
          name,
          ...cell,
          low: cell.mean - cell.half,
          high: cell.mean + cell.half,
        }),
      );
      const best = Math.max(...all.map(({ mean }) => mean));
      const floor = all.find(({ mean }) => mean === best)!.low; // throws where there is none
      const equal = all.filter(({ high }) => !(high < floor));
      const least = Math.min(...equal.map(({ seconds }) => seconds));
      const cheap = equal.filter(({ seconds }) => seconds === least);
      return cheap.sort((a, b) => b.mean - a.mean)[0]!.name;
    },
  },
};
