import type { Answer } from './answer';

/**
 * A wrong answer that students really give. Its outputs go into the public cases, so that a
 * notebook can name it; and it is one of the mutants that the specs must kill.
 */
export interface Mistake<F extends Answer = Answer> {
  /** French; ends the sentence « … une erreur connue : ». */
  name: string;
  /** French; one sentence that points at the way out without giving the answer. */
  hint: string;
  /** The main function, or the functions that are wrong by name; the others are right. */
  answer: F;
}
