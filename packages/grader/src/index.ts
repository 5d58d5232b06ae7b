/** Grades a class of notebooks without ever trusting one. The folders are the stages, in this order. */
export { gradeClass, NothingToGrade, type ClassResult, type GradeOptions } from './grade-class';
export { SandboxUnavailable } from './sandbox/unavailable';
export { OutputRefused } from './gradebook/journal';
export type { StudentResult } from './score/score';
export type { NotebookResult } from './judge/judge-submission';
export type { ExerciseResult } from './judge/judge-exercise';
