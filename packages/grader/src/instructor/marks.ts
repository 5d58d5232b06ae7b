import type { ExerciseDeclaration } from 'nbconvert-ts-runner';
import type { CriterionResult } from '../spec';
import { sum } from '../spec/run';
import type { StudentResult } from '../score/score';

/** A mark that only a person can give: what, how much, and a word about it. */
export interface Mark {
  points: number;
  /** Stands on the student's page. */
  comment: string;
}

/** What a criterion of the instructor's is known by. */
export interface MarkPlace {
  student: string;
  exercise: string;
  criterion: string;
}

/** Finds a mark that was entered, undefined where there is none yet. */
export type FindMark = (place: MarkPlace) => Mark | undefined;

/**
 * Puts the instructor's marks beside what the judges found. A notebook that was not graded, or not handed in, has
 * nothing for a person to read.
 *
 * @param exercises as our own texts declare them
 */
export function withMarks(
  student: StudentResult,
  exercises: readonly ExerciseDeclaration[],
  find: FindMark,
): StudentResult {
  const notebooks = student.notebooks.map((notebook) => ({
    ...notebook,
    exercises: notebook.exercises.map((result) => {
      const declared = exercises.find(({ id }) => id === result.exercise);
      if (declared?.instructor === undefined || notebook.status !== 'graded') return result;
      const marked = declared.instructor.map(({ name, points }): CriterionResult => {
        const place = { student: student.student, exercise: result.exercise, criterion: name };
        const mark = find(place);
        const own = { name, visibility: 'instructor' as const, max: points, tests: [] };
        return mark === undefined ? { ...own, points: 0, pending: true } : { ...own, ...mark };
      });
      const criteria = [...result.criteria, ...marked];
      const points = sum(criteria.map((criterion) => criterion.points));
      return { ...result, points, max: declared.points, criteria };
    }),
  }));
  const all = notebooks.flatMap((notebook) => notebook.exercises);
  return {
    ...student,
    notebooks,
    total: sum(all.map(({ points }) => points)),
    max: sum(all.filter(({ bonus }) => !bonus).map(({ max }) => max)),
  };
}
