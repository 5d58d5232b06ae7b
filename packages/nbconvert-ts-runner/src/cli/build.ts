import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildText, type BuiltText } from '../text/build-text';
import { findOrphans, type LessonText } from '../text/lessons';
import { notebookToJson } from '../text/notebook-json';
import { hashCells, readMark } from '../text/notebook-metadata';
import { TextError } from '../text/text-error';
import { EXIT, type ExitCode } from './exit-codes';
import { openPlaces } from './places';
import { readNotebook } from './read-notebook';
import { writeIfChanged } from './write-whole';

export interface BuildOptions {
  root?: string;
  force?: boolean;
}

/** `nbts build`: each text on its own, so that one broken text does not hold up the others. */
export function build(names: string[], o: BuildOptions): ExitCode {
  const { root, all, chosen } = openPlaces(names, o);
  let code: ExitCode = EXIT.done;
  let written = 0;
  for (const place of chosen) {
    try {
      written += buildOne(root, place, o.force === true);
    } catch (error) {
      if (error instanceof TextError) {
        console.error(`Cannot build: ${error.message}.`);
        code = EXIT.usage;
      } else if (error instanceof EditedNotebook) {
        console.error(error.message);
        if (code === EXIT.done) code = EXIT.failed;
      } else {
        throw error;
      }
    }
  }
  for (const orphan of findOrphans(root, all)) {
    console.error(`${orphan} comes from no text; delete it, or restore its text.`);
  }
  console.log(`texts: ${String(chosen.length)}, files written: ${String(written)}`);
  return code;
}

function buildOne(root: string, place: LessonText, force: boolean): number {
  const textPath = join(root, place.text);
  const content = readFileSync(textPath, 'utf8');
  const built = buildText(place, content);
  if (!force) refuseEdited(root, built);
  const files = [
    { path: place.text, content: built.text },
    ...built.notebooks.map((one) => ({ path: one.path, content: notebookToJson(one.notebook) })),
  ];
  const written = files.filter((file) => writeIfChanged(join(root, file.path), file.content));
  for (const file of written) console.log(`wrote ${file.path}`);
  return written.length;
}

/** Somebody's edits in JupyterLab must not be lost because a text was built. */
class EditedNotebook extends Error {}

function refuseEdited(root: string, built: BuiltText): void {
  for (const { path, edition, notebook } of built.notebooks) {
    const file = join(root, path);
    if (edition === 'student' || !existsSync(file)) continue;
    const present = readNotebook(file);
    const mark = readMark(present);
    if (mark?.cellsHash === hashCells(present) || hashCells(notebook) === hashCells(present))
      continue;
    throw new EditedNotebook(
      `Cannot build ${path}: its cells were edited since it was built, and building would lose that. ` +
        `Run \`nbts pull ${path}\` to bring the edits into the text, or \`nbts build --force ${path}\` to drop them.`,
    );
  }
}
