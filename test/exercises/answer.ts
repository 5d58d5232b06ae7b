/** A function of an exercise; its own signature stands in the exercise's files. */
export type AnyFunction = (...args: any[]) => any;

/**
 * An answer to an exercise: its main function, or functions by name. The functions that are not
 * named are the reference's: a wrong `dense` beside a right `flatten` is `{ dense }`.
 */
export type Answer = AnyFunction | Record<string, AnyFunction>;

/** The functions that an answer gives, by name. */
export const functionsOf = (id: string, answer: Answer): Record<string, AnyFunction> =>
  typeof answer === 'function' ? { [id]: answer } : answer;
