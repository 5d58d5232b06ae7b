/** A function of an exercise; its own signature stands in the exercise's files. */
export type AnyFunction = (...args: any[]) => any;

/**
 * A wrong answer that students really give. Its outputs go into the public cases, so that a
 * notebook can name it; and it is one of the mutants that the specs must kill.
 */
export interface Mistake<F extends AnyFunction = AnyFunction> {
  /** French; ends the sentence « … une erreur connue : ». */
  name: string;
  /** French; one sentence that points at the way out without giving the answer. */
  hint: string;
  answer: F;
}
