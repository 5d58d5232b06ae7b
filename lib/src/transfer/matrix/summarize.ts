import { scenarios, strategies, type Measurement, type Scenario, type Strategy } from './scenario';
import { studentInterval, type Interval } from './student-interval';

/** What the measures of one strategy in one situation come to. */
export interface Summary {
  /** On the test images. */
  accuracy: Interval;
  /** Mean, of the wall clock. */
  seconds: number;
  /** Mean, multiplications with an addition. */
  macs: number;
  /** How many seeds. */
  count: number;
}

/** A situation and its strategies; one that was not measured, or with one seed only, is not there. */
export interface SummaryRow extends Scenario {
  /** Those that were measured. */
  strategies: Partial<Record<Strategy, Summary>>;
}

/**
 * The measures as the matrix of the course: a row a situation, a column a strategy.
 *
 * @returns four rows, in the order of `scenarios`, whatever is missing
 */
export function summarizeScenarios(measurements: readonly Measurement[]): SummaryRow[] {
  return scenarios.map(({ size, likeness }) => {
    const row: SummaryRow = { size, likeness, strategies: {} };
    for (const strategy of strategies) {
      const own = measurements.filter(
        (one) => one.size === size && one.likeness === likeness && one.strategy === strategy,
      );
      if (own.length < 2) continue;
      const mean = (of: 'seconds' | 'macs'): number =>
        own.reduce((sum, one) => sum + one[of], 0) / own.length;
      row.strategies[strategy] = {
        accuracy: studentInterval(own.map(({ accuracy }) => accuracy)),
        seconds: mean('seconds'),
        macs: mean('macs'),
        count: own.length,
      };
    }
    return row;
  });
}

/**
 * The strategies that measured best in a situation: the one with the highest mean, then those whose interval
 * reaches its own, which three or five seeds cannot tell from it.
 *
 * @returns best first; empty where nothing was measured
 */
export function bestStrategies({ strategies: measured }: SummaryRow): Strategy[] {
  const ranked = strategies
    .flatMap((name) => {
      const accuracy = measured[name]?.accuracy;
      return accuracy === undefined ? [] : [{ name, accuracy }];
    })
    .sort((a, b) => b.accuracy.mean - a.accuracy.mean);
  const low = ranked[0]?.accuracy.low ?? 0;
  return ranked.filter(({ accuracy }) => accuracy.high >= low).map(({ name }) => name);
}
