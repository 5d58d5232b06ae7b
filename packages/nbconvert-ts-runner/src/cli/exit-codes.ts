/** What the commands' exit codes mean, the same for all of ConvoLab's commands. */
export const EXIT = {
  done: 0,
  /** It ran, but a check failed, a cell failed, or something is left for the user to decide. */
  failed: 1,
  /** What was given cannot be used: a flag, a name, a text, a notebook. */
  usage: 2,
  /** Our own fault. */
  internal: 3,
} as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** A message in three beats for the user, and the exit code that goes with it. */
export class CommandError extends Error {
  override readonly name = 'CommandError';
  constructor(
    message: string,
    readonly exitCode: ExitCode,
  ) {
    super(message);
  }
}
