import type { Submission } from '../intake/submission';
import type { StudentResult } from '../score/score';

/** How a judge is set up; travels as JSON in its first argument. */
export interface JudgeSettings {
  /** ConvoLab's root: texts, solutions, specs. */
  root: string;
  /** The notebooks to grade. */
  lessons: string[];
  /** False runs submissions with our own rights: only for code that was read. */
  sandboxed: boolean;
  /** For the student's code, an exercise, in milliseconds: its cells, and again its calls. */
  timeoutMs: number;
  /** For TypeScript, a cell, in milliseconds of processor time. */
  compileTimeoutMs: number;
}

/** To a judge, one at a time. `check` grades our own solutions. */
export type JudgeRequest = { op: 'check' } | { op: 'grade'; submission: Submission };

/** From a judge, one for each request. A fault is ours, never the student's. */
export type JudgeReply =
  | { kind: 'checked' }
  | { kind: 'graded'; result: StudentResult }
  | { kind: 'fault'; message: string };
