/**
 * A notebook handed in: read, run as the grader runs it, called, packed. `npm run submit` does all of it on the
 * student's machine; the grader takes the same pieces and puts its own sandbox under them.
 */
export { saidInFrench } from '@convolab/lib/public-cases';
export type { Handout, HandoutCell } from './read/handout';
export { readNotebook, type ReadNotebook, type SubmittedCell } from './read/notebook';
export { planCells, type AnswerState, type Plan, type PlannedCell } from './read/plan-cells';
export { readSubmittedFile } from './read/read-file';
export { maxZipBytes, readSubmittedNotebook } from './read/read-submitted';
export { asShown, showName, studentId } from './read/student-id';
export { CellCompiler } from './run/cell-compiler';
export { explain } from './run/explain';
export { textOfHandle, type Handle } from './run/handle';
export { compilerLimits, exerciseLimits, timeFor, type Limits } from './run/limits';
export { processorMs, residentBytes } from './run/process-tree';
export { short } from './run/run-cells';
export { runExercise } from './run/run-exercise';
export {
  guardMemory,
  heapFlag,
  NoSandbox,
  sandboxStdio,
  type LaunchOptions,
  type Sandbox,
} from './run/sandbox';
export { Session } from './run/session';
export { openDoor } from './run/student-door';
export { typeAsker } from './run/type-asker';
export { isStudentDead, isStudentError, StudentDead, StudentError } from './run/student-errors';
export { findNotebook } from './submit/find-notebook';
export { handIn } from './submit/hand-in';
export { list as listHandouts } from './submit/list';
export { unbreakable } from './submit/unbreakable';
export { isZip } from './zip/is-zip';
export { litter } from './zip/litter';
export { pack } from './zip/pack';
export { sha256, type Receipt } from './zip/receipt';
export { unpack, type Unpacked } from './zip/unpack';
export { writeWhole } from './zip/write-whole';
