import type { Assignment } from '../assignment/load-assignment';
import type { NotebookResult } from './judge-submission';

/** A notebook that was not graded: nothing earned, every exercise listed, one reason for all. */
export function ungraded(
  assignment: Assignment,
  status: Exclude<NotebookResult['status'], 'graded'>,
  reason: string,
): NotebookResult {
  const { lesson, title } = assignment;
  const exercises = assignment.exercises.map((exercise) => ({
    exercise: exercise.id,
    title: exercise.title,
    points: 0,
    max: exercise.points,
    bonus: exercise.bonus,
    seed: lesson,
    reasons: [],
    notices: [],
    criteria: [],
  }));
  return { lesson, title, status, reason, exercises };
}
