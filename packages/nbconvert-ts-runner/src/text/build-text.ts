import type { INotebookContent } from '@jupyterlab/nbformat';
import { giveCellIds, rawText } from './cell-ids';
import { readFrontMatter, type FrontMatter } from './front-matter';
import type { LessonText } from './lessons';
import { textHash, withLineEndsOf } from './line-endings';
import type { ParsedText } from './model';
import { notebookToJson } from './notebook-json';
import type { Edition } from './notebook-metadata';
import { parsePercent } from './parse-percent';
import { assertNoSolutionText } from './solution-leaks';
import { studentCells } from './student-edition';
import { TextError } from './text-error';
import { checkTextRules } from './text-rules';
import { toNotebook } from './to-notebook';

export interface BuiltText {
  /** The text, with an id for every cell: equal to the input if none was missing. */
  text: string;
  parsed: ParsedText;
  frontMatter: FrontMatter;
  notebooks: { path: string; edition: Edition; notebook: INotebookContent }[];
}

/**
 * From one text all its notebooks, in memory: reads, checks the rules, gives missing ids, strips
 * the solutions for the student edition.
 *
 * @param content the file's content
 * @throws TextError for a text that cannot be built
 */
export function buildText(place: LessonText, content: string): BuiltText {
  const read = parsePercent(content, place.text);
  const frontMatter = readFrontMatter(read.yaml, place.text);
  const solutions = place.notebooks.some(({ edition }) => edition !== 'lesson');
  checkTextRules(read, frontMatter, { path: place.text, solutions });
  const complete = read.cells.every((cell) => cell.id !== undefined);
  const parsed = complete ? read : giveCellIds(read);
  const text = complete ? content : withLineEndsOf(content, rawText(parsed));
  const hash = textHash(text);
  const notebooks = place.notebooks.map(({ path, edition }) => {
    try {
      const cells = edition === 'student' ? studentCells(parsed.cells, place.text) : parsed.cells;
      const origin = { text: place.text, hash, lesson: place.lesson, edition };
      const notebook = toNotebook(cells, frontMatter, origin);
      if (edition === 'student') refuseLeaks(place, parsed, { path, notebook });
      return { path, edition, notebook };
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      throw new TextError(error.message, place.text);
    }
  });
  return { text, parsed, frontMatter, notebooks };
}

/** A net under `studentCells`: what would reach students is looked at before anybody can write it. */
function refuseLeaks(
  place: LessonText,
  parsed: ParsedText,
  { path, notebook }: { path: string; notebook: INotebookContent },
): void {
  assertNoSolutionText(
    [{ path: place.text, text: parsed }],
    [{ path, content: notebookToJson(notebook) }],
  );
}
