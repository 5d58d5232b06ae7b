import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import path from 'node:path';
import type { ICell, INotebookContent } from '@jupyterlab/nbformat';
import { coursePlan } from '../../lib/src/lesson/course-plan';
import { codeCells, readNotebook } from '../support/notebooks';
import {
  isFolded,
  predictionsOf,
  proseOf,
  roleOf,
  section,
  sourceOf,
  tableRows,
} from './lesson-cells';
import { lessonFile, lessonNames } from './lesson-files';
import { readingTime } from './reading-time';

const mostLines = 15;
const mostColumns = 100;
const fewestQuestions = 8;
const fewestQuestionsInAll = 60;

/** The first lesson asks nothing of earlier ones. */
const first = lessonNames.filter((name) => name.startsWith('0.'));

for (const lesson of lessonNames) {
  describe(`the form of lesson ${lesson}`, () => {
    let notebook: INotebookContent;
    let prose: string;
    before(() => {
      notebook = readNotebook(lessonFile(lesson));
      prose = proseOf(notebook);
    });

    it('begins with its number, its title and a question', () => {
      const number = lesson.split('-')[0]!.replace('.', '\\.');
      const opening = sourceOf(notebook.cells[0]!);
      assert.match(opening, new RegExp(`^# ${number} [^\\n]+\\n\\n\\*\\*[^*]+\\?\\*\\*\\n`));
    });

    it('has the title that the table of the course gives it', () => {
      const [number] = lesson.split('-');
      const planned = coursePlan.find((one) => one.lesson === number);
      const { title } = notebook.metadata['convolab'] as unknown as { title: string };
      assert.equal(title, planned?.title ?? title);
    });

    if (!first.includes(lesson)) {
      it('asks three questions about earlier lessons before its first line of code', () => {
        const code = notebook.cells.findIndex(({ cell_type: type }) => type === 'code');
        const before = notebook.cells.slice(0, code).map(sourceOf).join('\n');
        assert.match(before, /^## Avant de commencer/m);
        assert.equal(before.match(/<details>/g)?.length, 3);
      });
    }

    it(`has no code cell of more than ${mostLines} lines or ${mostColumns} columns`, () => {
      const long = codeCells(notebook).filter((cell) => {
        const lines = sourceOf(cell).split('\n');
        return lines.length > mostLines || lines.some((line) => line.length > mostColumns);
      });
      assert.deepEqual(long.map(named), []);
    });

    it('lets every prediction be asked, free to be written and checked', () => {
      const questions = predictionsOf(notebook);
      const unasked = questions.filter(({ asked }) => !asked.includes('**Prédire.**'));
      assert.deepEqual(namesOf(unasked), [], 'no « **Prédire.** » in the cell in front of these');
      const given = questions.filter(({ cell }) => roleOf(cell) !== 'free');
      assert.deepEqual(namesOf(given), [], 'these cells want role=free');
      const unchecked = questions.filter(({ check }) => check === undefined);
      assert.deepEqual(namesOf(unchecked), [], 'no later cell checks these');
    });

    it(`asks at least ${fewestQuestions} of them`, () => {
      assert.ok(predictionsOf(notebook).length >= fewestQuestions);
    });

    it('checks them in folded cells, which give nothing away', () => {
      const open = codeCells(notebook).filter(
        (cell) => /\bcheckPrediction\(/.test(sourceOf(cell)) && !isFolded(cell),
      );
      assert.deepEqual(open.map(named), [], 'these cells want tags=replie');
    });

    it('explains each: the usual mistake, or why', () => {
      const unexplained = predictionsOf(notebook).filter(
        ({ name, check = '' }) =>
          !/Erreur fréquente/.test(check) && explanation(check, name).length < 40,
      );
      assert.deepEqual(namesOf(unexplained), []);
    });

    it('ends with what to remember, a glossary and its notations', () => {
      assert.match(section(prose, '## À retenir') ?? '', /^- /m);
      const tables = { '### Petit glossaire': 3, '### Notations': 2 };
      for (const [heading, columns] of Object.entries(tables)) {
        const rows = tableRows(section(prose, heading) ?? '');
        assert.ok(rows.length > 0, `no table below « ${heading} »`);
        assert.deepEqual(
          rows.filter((row) => row.length !== columns || row.includes('')),
          [],
          `rows below « ${heading} » that do not have ${columns} cells`,
        );
      }
    });

    it('links only to what is there', () => {
      const links = [...prose.matchAll(/\]\(([^)#\s]+)(?:#[^)]*)?\)/g)].map(([, link]) => link!);
      const dead = links.filter((link) => !/^(?:https?:|attachment:)/.test(link) && !found(link));
      assert.deepEqual(dead, []);
    });

    it('takes 25 to 50 minutes to read, and says how many', () => {
      const time = readingTime(notebook);
      assert.ok(time.minutes >= 25 && time.minutes <= 50, JSON.stringify(time));
      const [, said] = /Lecture\u00a0: environ (\d+)\sminutes/.exec(prose) ?? [];
      assert.ok(
        Math.abs(Number(said) - time.minutes) <= 5,
        `says ${said}: ${JSON.stringify(time)}`,
      );
    });
  });
}

describe('the lessons together', () => {
  it(`ask at least ${fewestQuestionsInAll} questions`, () => {
    const asked = lessonNames.flatMap((lesson) => predictionsOf(readNotebook(lessonFile(lesson))));
    assert.ok(asked.length >= fewestQuestionsInAll, `they ask ${asked.length}`);
  });
});

const named = (cell: ICell): string => `${cell.id as string}: ${sourceOf(cell).slice(0, 60)}`;
const namesOf = (questions: { name: string }[]): string[] => questions.map(({ name }) => name);

/** What is written after the two first arguments of a check, roughly: its last string. */
function explanation(check: string, name: string): string {
  const call = check.slice(check.search(new RegExp(`checkPrediction\\(\\s*${name}\\b`)));
  return [...call.matchAll(/(['"`])((?:\\.|(?!\1)[^\\])*)\1/gs)].at(-1)?.[2] ?? '';
}

/** A student's work folder has lessons in lecons/ and exercises in exercices/. */
function found(link: string): boolean {
  const house = path.posix.join('notebooks', link).replace(/^exercices\//, 'exercises/');
  return existsSync(path.join(lessonFile('x'), '..', '..', house));
}
