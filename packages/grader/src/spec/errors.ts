import { AssertionError } from 'node:assert';
import type { StudentError } from '@convolab/submission';

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

/** Not instanceof: a spec loads the built package while a unit test loads the sources. */
export const isMismatch = (error: unknown): error is Mismatch =>
  error instanceof Error && (error as { convolab?: unknown }).convolab === 'mismatch';

/** The very error that the student edition puts where the answer to an exercise goes. */
export const isStubOf = (exercise: string, { name, message }: StudentError): boolean =>
  name === 'Error' && message === `${exercise} : à compléter.`;
