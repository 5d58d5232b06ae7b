/** Raised for a command that cannot be meant; the message is all that its reader needs. French. */
export class UsageError extends Error {
  override name = 'UsageError';
}
