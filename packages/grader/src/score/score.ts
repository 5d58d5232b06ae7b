import type { NotebookResult } from '../judge/judge-submission';
import { sum } from '../spec/run';

/** All that one student earned. */
export interface StudentResult {
  student: string;
  total: number;
  /** Without the exercises that are a bonus: who has done all may have more. */
  max: number;
  notebooks: NotebookResult[];
  /** French. */
  notices: string[];
}

/**
 * A student's points over all notebooks. An exercise's points are the sum of its criteria, each all
 * or nothing; nothing is rounded.
 */
export function scoreStudent(
  student: string,
  notebooks: NotebookResult[],
  notices: string[],
): StudentResult {
  const exercises = notebooks.flatMap((notebook) => notebook.exercises);
  return {
    student,
    total: sum(exercises.map(({ points }) => points)),
    max: sum(exercises.filter(({ bonus }) => !bonus).map(({ max }) => max)),
    notebooks,
    notices,
  };
}
