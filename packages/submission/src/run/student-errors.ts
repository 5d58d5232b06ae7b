/**
 * What a call of a student's function rejects with.
 *
 * A class may exist twice in a process (a spec loads the built package, a unit test the sources): recognise
 * these errors by `isStudentError` and `isStudentDead`, never by `instanceof`.
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

const tagOf = (error: unknown): unknown =>
  error instanceof Error ? (error as { convolab?: unknown }).convolab : undefined;

export const isStudentError = (error: unknown): error is StudentError =>
  tagOf(error) === 'student-error';
export const isStudentDead = (error: unknown): error is StudentDead =>
  tagOf(error) === 'student-dead';
