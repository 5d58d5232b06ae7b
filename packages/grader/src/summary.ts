import { join } from 'node:path';
import { showName } from '@convolab/submission';
import { inFrench } from './feedback/words';
import type { ClassResult } from './grade-class';

/** How many lines of one kind are printed; results.json has them all. */
const maxLines = 30;

/** What the command says when it is done: who could not be graded and why, and where the grades are. */
export function summary(
  result: ClassResult,
  out: string,
  { recalled = 0, toMark }: { recalled?: number; toMark?: { open: number; path: string } } = {},
): string {
  const { students, refused } = result;
  const problems = students.flatMap(({ student, notebooks }) =>
    notebooks
      .filter(({ status }) => status !== 'graded')
      .map(({ lesson, reason = '' }) => `${showName(student)}, ${lesson} : ${showName(reason)}`),
  );
  const notices = students.flatMap(({ student, notices: own }) =>
    own.map((notice) => `${showName(student)} : ${notice}`),
  );
  const max = students[0]?.max ?? 0;
  const mean =
    students.reduce((total, each) => total + each.total, 0) / Math.max(1, students.length);
  return [
    ...(recalled > 0 ? [`Rendus repris de la correction interrompue : ${recalled}.`] : []),
    ...listed('N’ont pu être notés (0 point) :', problems),
    ...listed(
      'N’ont pas été pris en compte :',
      refused.map(({ name, reason }) => `${name} : ${reason}`),
    ),
    ...listed('À savoir :', notices),
    ...(toMark && toMark.open > 0
      ? [
          `Reste à noter par vous : ${toMark.open} critère${toMark.open > 1 ? 's' : ''}. Remplissez la colonne points ` +
            `de ${toMark.path}, puis relancez la même commande.`,
        ]
      : []),
    `${students.length} étudiant${students.length > 1 ? 's' : ''}, moyenne ${inFrench(Math.round(mean * 100) / 100)} sur ${inFrench(max)}.`,
    `Notes : ${join(out, 'grades.csv')} ; pages : ${join(out, 'feedback')}`,
    '',
  ].join('\n');
}

function listed(title: string, lines: string[]): string[] {
  if (lines.length === 0) return [];
  const shown = lines.slice(0, maxLines).map((line) => `  ${line}`);
  const more = lines.length - shown.length;
  return [title, ...shown, ...(more > 0 ? [`  … et ${more} autres, dans results.json`] : [])];
}
