import type { ExerciseContext } from '@convolab/grader/spec';
import { agrees } from '../../claims';
import type { Call } from './draw';
import type { Trained } from './types';

type Part = keyof Trained;

/** Sums may be made in another order. */
export const fine = 1e-6;

/** Asks for one part of what a trainLoop gives: the others may be wrong. */
export function asking({ student, solution }: ExerciseContext<'trainLoop'>): {
  asked: (part: Part) => (...args: unknown[]) => Promise<unknown>;
  agree: (part: Part, calls: Call[]) => Promise<void>;
} {
  type Door = (...args: unknown[]) => unknown;
  const partOf =
    (door: Door, part: Part) =>
    async (...args: unknown[]) =>
      ((await door(...args)) as Partial<Trained> | undefined)?.[part];
  return {
    asked: (part) => partOf(student.trainLoop, part),
    agree: (part, calls) =>
      agrees(partOf(student.trainLoop, part), partOf(solution.trainLoop, part), calls, fine),
  };
}

/** A result that is no list is an empty one: no test breaks on it. */
export const listOf = (result: unknown): number[] =>
  Array.isArray(result) ? (result as number[]) : [];
