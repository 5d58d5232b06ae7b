import type { Case } from './bench';
import { median, speedRatio, spread } from './statistics';
import type { Turns } from './take-turns';

/** What was measured of one contender. Times are milliseconds of one call. */
export interface ContenderResult extends Turns {
  minMs: number;
  medianMs: number;
  /** Width of the middle half of the times, as a share of the median. */
  spread: number;
  /** Work a second, at the median, in the unit of the case. */
  rate?: number;
  /** How many times as fast as the baseline: the median of the rounds' ratios. */
  speed: number;
  /** The same from the two quickest times. */
  speedOfMin: number;
}

export interface CaseResult {
  name: string;
  about?: string;
  unit?: string;
  baseline: string;
  contenders: ContenderResult[];
}

export interface MeasureResult {
  name: string;
  unit: string;
  value: number;
  trouble?: string;
}

/** All that a run measured, as gates ask for it. */
export class Results {
  constructor(
    readonly cases: readonly CaseResult[],
    readonly measures: readonly MeasureResult[] = [],
  ) {}

  /**
   * How many times as fast as `against` the contender `of` was in a case; NaN where one of the two
   * was not measured.
   */
  speed(caseName: string, of: string, against: string): number {
    return speedRatio(this.samples(caseName, of), this.samples(caseName, against));
  }

  /** The speed in each case that has both contenders, by the case's name. */
  speeds(of: string, against: string): Record<string, number> {
    const has = (one: CaseResult, name: string): boolean =>
      one.contenders.some((contender) => contender.name === name);
    const both = this.cases.filter((one) => has(one, of) && has(one, against));
    return Object.fromEntries(both.map(({ name }) => [name, this.speed(name, of, against)]));
  }

  /** Milliseconds of one call, at the median; NaN where it was not measured. */
  medianMs(caseName: string, contender: string): number {
    return median(this.samples(caseName, contender));
  }

  /** The value of a measure; NaN where it was not measured. */
  measure(name: string): number {
    return this.measures.find((measure) => measure.name === name)?.value ?? NaN;
  }

  private samples(caseName: string, contender: string): number[] {
    const found = this.cases
      .find((one) => one.name === caseName)
      ?.contenders.find((one) => one.name === contender);
    return found === undefined || found.trouble !== undefined ? [] : found.samplesMs;
  }
}

/** Summarises the turns of a case. */
export function summarise(one: Case, turns: readonly Turns[]): CaseResult {
  const baseline = one.baseline ?? turns.at(-1)?.name ?? '';
  const baseMs = turns.find((other) => other.name === baseline)?.samplesMs ?? [];
  return {
    name: one.name,
    about: one.about,
    unit: one.work?.unit,
    baseline,
    contenders: turns.map((contender) => {
      const { samplesMs } = contender;
      const medianMs = median(samplesMs);
      const minMs = smallest(samplesMs);
      return {
        ...contender,
        minMs,
        medianMs,
        spread: spread(samplesMs),
        rate: one.work === undefined ? undefined : one.work.amount / (medianMs / 1000),
        speed: speedRatio(samplesMs, baseMs),
        speedOfMin: smallest(baseMs) / minMs,
      };
    }),
  };
}

function smallest(numbers: readonly number[]): number {
  return numbers.length === 0 ? NaN : Math.min(...numbers);
}
