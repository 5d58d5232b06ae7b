/**
 * Something is wrong in a notebook or its text that only its author can mend.
 * Carries the place, so that a command can print `path:line: message` and an editor can jump there.
 */
export class TextError extends Error {
  override readonly name = 'TextError';

  constructor(
    message: string,
    /** Path of the text or notebook, as the reader of the message knows it. */
    readonly path: string,
    /** Line from 1, where there is one. */
    readonly line?: number,
  ) {
    super(`${line === undefined ? path : `${path}:${String(line)}`}: ${message}`);
  }
}
