import { buildText, type BuiltText } from './build-text';
import type { LessonText } from './lessons';
import { notebookToJson } from './notebook-json';
import { findSolutionText } from './solution-leaks';
import { TextError } from './text-error';

/** Something that `nbts check` does not accept. */
export interface Problem {
  path: string;
  message: string;
  /** The command that mends it, if one does. */
  mend?: string;
}

/** The files that a check looks at; a test gives a map, the command the disk. */
export interface Files {
  /** Content of a file by its path from the root; undefined if there is none. */
  read(path: string): string | undefined;
  /** Everything under exercises/: paths from the root. */
  studentFiles(): string[];
}

/**
 * Checks texts and what is built from them: cell ids given, notebooks equal to their text byte for
 * byte, exercise ids unique in the course, no solution text under exercises/.
 * @param all all texts: exercise ids and solutions are compared across the course
 * @param chosen those whose notebooks are compared
 */
export function checkTexts(all: LessonText[], chosen: LessonText[], files: Files): Problem[] {
  const problems: Problem[] = [];
  const built = all.flatMap((place) => {
    try {
      return [
        { place, content: contentOf(place, files), ...buildText(place, contentOf(place, files)) },
      ];
    } catch (error) {
      if (!(error instanceof TextError)) throw error;
      problems.push({ path: error.path, message: error.message.slice(error.path.length) });
      return [];
    }
  });
  for (const one of built) {
    if (chosen.includes(one.place)) problems.push(...compare(one, files));
  }
  return [...problems, ...duplicateExercises(built), ...leaks(built, files)];
}

type Checked = BuiltText & { place: LessonText; content: string };

function contentOf(place: LessonText, files: Files): string {
  const content = files.read(place.text);
  if (content === undefined) throw new TextError('the text is gone', place.text);
  return content;
}

function compare({ place, text, content, notebooks }: Checked, files: Files): Problem[] {
  const mend = `nbts build ${place.lesson}`;
  if (text !== content) return [{ path: place.text, message: ': cells have no id yet', mend }];
  return notebooks.flatMap(({ path, notebook }) => {
    const present = files.read(path);
    const wanted = notebookToJson(notebook);
    if (present === wanted) return [];
    return [{ path, message: difference(present, wanted), mend }];
  });
}

function difference(present: string | undefined, wanted: string): string {
  if (present === undefined) return ' is missing';
  if (present.replace(/\r\n/g, '\n') === wanted) return ' has CRLF line ends, its text gives LF';
  const presentLines = present.split('\n');
  const line = wanted.split('\n').findIndex((one, index) => one !== presentLines[index]);
  const outputs = holdsOutputs(present) ? ' holds outputs, and' : '';
  return `:${String(line + 1)}:${outputs} differs from what its text gives`;
}

function holdsOutputs(notebook: string): boolean {
  return /"execution_count": \d|"outputs": \[\s*\{/.test(notebook);
}

function duplicateExercises(built: Checked[]): Problem[] {
  const owners = new Map<string, string>();
  return built.flatMap(({ place, frontMatter }) =>
    frontMatter.exercises.flatMap(({ id }) => {
      const owner = owners.get(id);
      owners.set(id, place.text);
      const message = `: exercise ${id} is declared in ${owner ?? ''} too; ids are unique in the course`;
      return owner === undefined ? [] : [{ path: place.text, message }];
    }),
  );
}

function leaks(built: Checked[], files: Files): Problem[] {
  const texts = built.map(({ place, parsed }) => ({ path: place.text, text: parsed }));
  const received = files.studentFiles().map((path) => ({ path, content: files.read(path) ?? '' }));
  return findSolutionText(texts, received).map(({ path, line, from }) => ({
    path,
    message: ` holds a line of a solution of ${from}: "${line}"`,
  }));
}
