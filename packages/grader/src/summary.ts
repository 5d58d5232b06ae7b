import { join } from 'node:path';
import { inFrench } from './feedback/words';
import type { ClassResult } from './grade-class';
import { showName } from '@convolab/submission';

/** What the command says when it is done: who could not be graded and why, and where the grades are. */
export function summary(result: ClassResult, out: string, recalled = 0): string {
  const { students, refused } = result;
  const problems = students.flatMap(({ student, notebooks }) =>
    notebooks
      .filter(({ status }) => status !== 'graded')
      .map(({ lesson, reason = '' }) => `  ${showName(student)}, ${lesson} : ${showName(reason)}`),
  );
  const strangers = refused.map(({ name, reason }) => `  ${name} : ${reason}`);
  const max = students[0]?.max ?? 0;
  const mean =
    students.reduce((total, each) => total + each.total, 0) / Math.max(1, students.length);
  return [
    ...(recalled > 0 ? [`Rendus repris de la correction interrompue : ${recalled}.`] : []),
    ...(problems.length > 0 ? ['N’ont pu être notés (0 point) :', ...problems] : []),
    ...(strangers.length > 0 ? ['Ne sont pas des rendus :', ...strangers] : []),
    `${students.length} étudiants, moyenne ${inFrench(Math.round(mean * 100) / 100)} sur ${inFrench(max)}.`,
    `Notes : ${join(out, 'grades.csv')} ; pages : ${join(out, 'feedback')}`,
    '',
  ].join('\n');
}
