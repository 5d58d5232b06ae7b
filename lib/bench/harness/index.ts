/** What a `*.bench.ts` file needs. */
export {
  defineBench,
  type Bench,
  type Case,
  type Contender,
  type Gate,
  type Measure,
} from './bench';
export { aheadGate, speedGate } from './gates';
export { Results, type CaseResult, type ContenderResult } from './results';
export { median, quantile, spread } from './statistics';
