import { readdirSync } from 'node:fs';

import { jupyterDisplay, type Displayable } from '../display';
import { chapterTitles, coursePlan, hoursOf, type PlannedLesson } from './course-plan';

/**
 * The table of the course: lessons, titles and hours by chapter, added up. A lesson whose notebook lies in the
 * folder is a link to it.
 *
 * @param folder where the lessons are; by default that of the notebook which asks
 */
export function courseTable(folder = process.cwd()): Displayable {
  const files = readdirSync(folder).filter((file) => file.endsWith('.ipynb'));
  const link = (lesson: string): string => {
    const file = files.find((name) => name.startsWith(`${lesson}-`));
    return file === undefined ? lesson : `[${lesson}](${file})`;
  };
  const rows = ([1, 2] as const).flatMap((chapter) => chapterRows(chapter));
  const total = ['', 'Le cours', hoursText(hoursOf(coursePlan))];
  return {
    [jupyterDisplay]: () => ({
      'text/markdown': markdown(rows, total, link),
      'text/plain': [...rows, total].map(textRow).join('\n'),
    }),
  };
}

/** A chapter's lessons, and a row in front of them with their sum. */
function chapterRows(chapter: PlannedLesson['chapter']): string[][] {
  const lessons = coursePlan.filter((one) => one.chapter === chapter);
  return [
    ['', `Chapitre ${chapter}\u00a0: ${chapterTitles[chapter]}`, hoursText(hoursOf(lessons))],
    ...lessons.map(({ lesson, title, hours }) => [lesson, title, hoursText(hours)]),
  ];
}

function markdown(rows: string[][], total: string[], link: (lesson: string) => string): string {
  const lines = [...rows, total].map(([lesson = '', title = '', hours = '']) =>
    lesson === ''
      ? `| | **${title}** | **${hours}** |`
      : `| ${link(lesson)} | ${title} | ${hours} |`,
  );
  return ['| Leçon | Titre | Durée |', '|:---|:---|---:|', ...lines].join('\n');
}

const textRow = ([lesson = '', title = '', hours = '']: string[]): string =>
  `${lesson.padEnd(6)}${title.padEnd(54)}${hours.padStart(7)}`;

const hoursText = (hours: number): string => `${String(hours).replace('.', ',')}\u00a0h`;
