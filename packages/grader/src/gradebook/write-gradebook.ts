import { join } from 'node:path';
import { feedbackPage } from '../feedback/page';
import type { ClassResult } from '../grade-class';
import { gradesCsv } from './grades-csv';
import { writeWhole } from '@convolab/submission';

/** Writes a class's results: a page for each student, then grades.csv and results.json. */
export function writeGradebook(out: string, result: ClassResult): void {
  for (const student of result.students) {
    writeWhole(join(out, 'feedback', `${student.student}.html`), [feedbackPage(student)]);
  }
  writeWhole(join(out, 'grades.csv'), [gradesCsv(result.exercises, result.students)]);
  writeWhole(join(out, 'results.json'), resultsJson(result));
}

/** The results as JSON, a student at a time: a whole class may be longer than a string can be. */
function* resultsJson({ students, ...rest }: ClassResult): Generator<string> {
  const head = JSON.stringify(rest, null, 2).replace(/\n}$/, '');
  yield `${head},\n  "students": [`;
  for (const [index, student] of students.entries()) {
    const text = JSON.stringify(student, null, 2).replaceAll('\n', '\n    ');
    yield `${index === 0 ? '' : ','}\n    ${text}`;
  }
  yield '\n  ]\n}\n';
}
