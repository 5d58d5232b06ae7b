import type { Verdict } from './gates';
import type { Machine } from './machine';
import type { CaseResult, MeasureResult } from './results';

/** What a run writes: all that a later reader needs to judge its figures. */
export interface BenchRecord {
  bench: string;
  about: string;
  command: string;
  date: string;
  quick: boolean;
  /** Only the cases that this regular expression finds were run. */
  only?: string;
  seconds: number;
  machine: Machine;
  /** Load average over a minute, before and after. */
  load: { before: number; after: number };
  versions: Record<string, string>;
  cases: CaseResult[];
  measures: MeasureResult[];
  gates: Verdict[];
}
