/**
 * A mutant that answers as the reference does wherever the statement promises anything: no spec can
 * refuse it. Named by its text, so that a changed reference, or a spec that does refuse it, says so.
 */
export interface Equivalent {
  /** The line of the reference, and what the mutant makes of it; blanks evened out. */
  line: string;
  becomes: string;
  because: string;
}
