import { AssertionError } from 'node:assert';

/**
 * The three ways an answer fails, as a test sees them.
 *
 * A spec loads the built package while a unit test loads the sources, so a class may exist twice in
 * a process: recognise these errors by `isStudentError` and `isStudentDead`, never by `instanceof`.
 */

/** The student's function threw. `name` and `message` are the student's own words: escape them. */
export class StudentError extends Error {
  constructor(name: string, message: string) {
    super(message);
    this.name = name;
  }
  readonly convolab = 'student-error';
  /** True of what an answer cell throws where nothing was written: it refuses nothing. */
  unfinished = false;
}

/** The sandbox no longer answers (time, memory, exit), or there is nothing to call. The message is French. */
export class StudentDead extends Error {
  override name = 'StudentDead';
  readonly convolab = 'student-dead';
}

/** How an answer differs, coarse enough to be told about a hidden test too. */
export type Why =
  'type' | 'shape' | 'nan' | 'value' | 'thrown' | 'not-thrown' | 'dead' | 'unfinished' | 'error';

/** An answer that is not the expected one. The message is French and quotes values. */
export class Mismatch extends AssertionError {
  readonly convolab = 'mismatch';
  constructor(
    message: string,
    readonly why: Why,
  ) {
    super({ message });
    this.name = 'Mismatch';
  }
}

const tagOf = (error: unknown): unknown =>
  error instanceof Error ? (error as { convolab?: unknown }).convolab : undefined;

export const isStudentError = (error: unknown): error is StudentError =>
  tagOf(error) === 'student-error';
export const isStudentDead = (error: unknown): error is StudentDead =>
  tagOf(error) === 'student-dead';
export const isMismatch = (error: unknown): error is Mismatch => tagOf(error) === 'mismatch';

/** The very error that the student edition puts where the answer to an exercise goes. */
export const isStubOf = (exercise: string, { name, message }: StudentError): boolean =>
  name === 'Error' && message === `${exercise} : à compléter.`;
