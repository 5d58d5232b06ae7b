/** Public cases as another program than a notebook tries them: what `npm run submit` reads and calls. */
export { parseCases, type CasesFile, type ExerciseCases, type PublicCase } from './cases';
export type { CaseResult } from './diagnose';
export { reportOf, type Report } from './report';
export { runCase, type AnyFunction, type Outcome } from './run-case';
export { saidInFrench } from './said-in-french';
