import { functionsOf, type Answer, type AnyFunction } from './answer';
import type { Exercise } from './exercise';

/** An answer for one exercise, to try the specs on. */
export interface Attempt {
  exercise: string;
  /** What is wrong with it, or how it differs from the reference. */
  name: string;
  functions: Record<string, AnyFunction>;
}

/** The wrong answers that an exercise's specs must reject: the known mistakes, and the mutants. */
export const wrongAnswers = ({ id, mistakes, mutants }: Exercise): Attempt[] => [
  ...mistakes.map(({ name, answer }) => attempt(id, name, answer)),
  ...attempts(id, mutants),
];

/** The right answers that they must accept. */
export const rightAnswers = ({ id, alternatives }: Exercise): Attempt[] =>
  attempts(id, alternatives);

const attempts = (id: string, answers: Record<string, Answer>): Attempt[] =>
  Object.entries(answers).map(([name, answer]) => attempt(id, name, answer));

const attempt = (id: string, name: string, answer: Answer): Attempt => ({
  exercise: id,
  name,
  functions: functionsOf(id, answer),
});
