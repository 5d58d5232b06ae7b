import { join } from 'node:path';
import { feedbackPage } from '../feedback/page';
import type { ClassResult } from '../grade-class';
import { gradesCsv } from './grades-csv';
import { writeWhole } from './write-whole';

/** Writes a class's results: a page for each student, then grades.csv and results.json. */
export function writeGradebook(out: string, result: ClassResult): void {
  for (const student of result.students) {
    writeWhole(join(out, 'feedback', `${student.student}.html`), feedbackPage(student));
  }
  writeWhole(join(out, 'grades.csv'), gradesCsv(result.exercises, result.students));
  writeWhole(join(out, 'results.json'), `${JSON.stringify(result, null, 2)}\n`);
}
