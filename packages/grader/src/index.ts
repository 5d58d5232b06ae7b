/** Grades a class of notebooks without ever trusting one. The folders are the stages, in this order. */
export { gradeClass, NothingToGrade, type ClassResult, type GradeOptions } from './grade-class';
export { BubblewrapSandbox, NoSandbox, type Sandbox } from './sandbox/sandbox';
export { SandboxUnavailable } from './sandbox/unavailable';
export { writeGradebook } from './gradebook/write-gradebook';
export type { StudentResult } from './score/score';
export type { NotebookResult } from './judge/judge-submission';
export type { ExerciseResult } from './judge/judge-exercise';
