import { stringify } from 'csv-stringify/sync';
import type { StudentResult } from '../score/score';

/**
 * The table of grades: `student`, one column an exercise, `total`, `max`; students in order.
 *
 * A cell that a spreadsheet would take for a formula (`=...`, `+`, `-`, `@`) begins with an apostrophe.
 *
 * @param exercises the columns, in order
 */
export function gradesCsv(exercises: string[], students: StudentResult[]): string {
  const rows = students.map(({ student, total, max, notebooks }) => {
    const points = new Map(
      notebooks.flatMap((each) => each.exercises.map((e) => [e.exercise, e.points] as const)),
    );
    return [
      student,
      ...exercises.map((id) => String(points.get(id) ?? 0)),
      String(total),
      String(max),
    ];
  });
  return stringify([['student', ...exercises, 'total', 'max'], ...rows], { escape_formulas: true });
}
