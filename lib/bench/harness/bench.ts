import type { Results } from './results';

type Step = () => unknown;

/** One way of doing the work of a case. */
export interface Contender {
  /** One call, timed. What it makes, it frees. May return a promise, which is awaited. */
  run: Step;
  /** Once, before the first call: makes the inputs. */
  setUp?: Step;
  /** Before each turn, not timed: switches what contenders share, such as tfjs's backend. */
  beforeTurn?: Step;
  /** After each turn, not timed. */
  afterTurn?: Step;
  /** Once, at the end: frees what `setUp` made. Called even when a call threw. */
  tearDown?: Step;
  /** Most rounds it takes part in, for one that is slow: it sits out the others. */
  rounds?: number;
  /** `'own'`: `run` returns the milliseconds itself, of the part that counts. Default `'wall'`. */
  clock?: 'wall' | 'own';
  /** Why it cannot run on this machine. It then sits out, and gates that need it say so. */
  missing?: string | undefined;
}

/** The same work done by several contenders, in turns. */
export interface Case {
  name: string;
  /** The work in words: `128x28x28x1 by 6 of 5x5`. */
  about?: string;
  /** How much work one call is, for the column of rates: floating-point operations, images … */
  work?: { amount: number; unit: string };
  /** The contender that the ratios compare with. Default: the last one. */
  baseline?: string;
  /** Turns of each contender. Default 9, with `--quick` 3. */
  rounds?: number;
  /** Calls are repeated until a turn lasts so long. Default 30, with `--quick` 10. */
  turnMs?: number;
  /** Calls not counted, until they took so long (one at least). 0: none. Default 200, quick 50. */
  warmUpMs?: number;
  setUp?: Step;
  tearDown?: Step;
  /** By name. What is undefined is not there. */
  contenders: Record<string, Contender | undefined>;
}

/** A single figure, taken once after the cases: a growth of memory, an accuracy, a size. */
export interface Measure {
  name: string;
  unit: string;
  run: () => number | Promise<number>;
}

/** What a figure must reach. */
export interface Gate {
  claim: string;
  /**
   * The figure; or several by name, each of which must pass. NaN says that it was not measured.
   */
  figure: (results: Results) => number | Record<string, number>;
  atLeast?: number;
  atMost?: number;
  /** A goal beyond the gate, in the same direction. It is reported apart, and never fails. */
  stretch?: number;
  unit?: string;
}

/** What a `*.bench.ts` file exports by default. Its first doc comment says what it claims. */
export interface Bench {
  /** `quick`: a smaller run is wanted, for direction. */
  cases: (o: { quick: boolean }) => Case[] | Promise<Case[]>;
  measures?: (o: { quick: boolean }) => Measure[] | Promise<Measure[]>;
  gates?: Gate[];
  /** Packages whose versions the report gives, besides those it always gives. */
  packages?: string[];
}

/** Gives a bench its types: `export default defineBench({ … })`. */
export function defineBench(bench: Bench): Bench {
  return bench;
}
