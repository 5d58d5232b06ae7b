import { createTwoFilesPatch } from 'diff';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildText, type BuiltText } from '../text/build-text';
import type { LessonText } from '../text/lessons';
import { toUnixText } from '../text/line-endings';
import { notebookToJson } from '../text/notebook-json';
import { hashCells, readMark } from '../text/notebook-metadata';
import { planPull } from '../text/plan-pull';
import { TextError } from '../text/text-error';
import { CommandError, EXIT, type ExitCode } from './exit-codes';
import { openPlaces } from './places';
import { readNotebook } from './read-notebook';
import { writeIfChanged } from './write-whole';

export interface PullOptions {
  root?: string;
  /** Where both sides changed: the notebook wins. */
  theirs?: boolean;
  /** Where both sides changed: the text wins. */
  ours?: boolean;
}

/** `nbts pull`: what was edited in JupyterLab goes into the text; the notebook is then built anew. */
export function pull(names: string[], o: PullOptions): ExitCode {
  if (o.theirs === true && o.ours === true) {
    throw new CommandError(
      'Cannot pull: --theirs and --ours contradict each other. Give one of them.',
      EXIT.usage,
    );
  }
  refuseStudentEdition(names);
  const { root, chosen } = openPlaces(names, o);
  let code: ExitCode = EXIT.done;
  for (const place of chosen) {
    try {
      warnOfStudentEdits(root, place);
      if (!pullOne(root, place, o) && code === EXIT.done) code = EXIT.failed;
    } catch (error) {
      if (!(error instanceof TextError)) throw error;
      console.error(`Cannot pull: ${error.message}. Nothing was written.`);
      code = EXIT.usage;
    }
  }
  return code;
}

/** Returns false if somebody has to decide first. */
function pullOne(root: string, place: LessonText, o: PullOptions): boolean {
  const source = place.notebooks.find(({ edition }) => edition !== 'student');
  if (source === undefined || !existsSync(join(root, source.path))) {
    console.log(`${place.text}: no notebook to pull from yet`);
    return true;
  }
  const content = readFileSync(join(root, place.text), 'utf8');
  const plan = planPull(place, content, readNotebook(join(root, source.path)), source.path);
  switch (plan.state) {
    case 'same':
      console.log(`${source.path}: nothing to pull`);
      return true;
    case 'text-changed':
      console.log(
        `${source.path}: nothing to pull; its text is newer: npx nbts build ${place.lesson}`,
      );
      return true;
    case 'notebook-changed':
      write(root, place, plan.built);
      return true;
    case 'both-changed':
      if (o.theirs === true) write(root, place, plan.built);
      else if (o.ours === true) write(root, place, buildText(place, content));
      else explainConflict(place, source.path, content, plan.built.text);
      return o.theirs === true || o.ours === true;
  }
}

function write(root: string, place: LessonText, built: BuiltText): void {
  writeIfChanged(join(root, place.text), built.text);
  for (const { path, notebook } of built.notebooks) {
    writeIfChanged(join(root, path), notebookToJson(notebook));
  }
  console.log(`${place.text}: pulled; its notebooks are built anew, without outputs`);
}

function explainConflict(place: LessonText, path: string, content: string, pulled: string): void {
  const patch = createTwoFilesPatch(place.text, path, toUnixText(content), toUnixText(pulled));
  console.error(
    `Cannot pull ${path}: it was edited, and so was its text ${place.text}, since the last build.\n` +
      `${patch}\n` +
      'Lines with - stand in the text, lines with + in the notebook. Bring them together by hand in ' +
      'one of the two, or choose a side:\n' +
      `  npx nbts pull ${path} --theirs   the notebook wins, the text's changes are lost\n` +
      `  npx nbts pull ${path} --ours     the text wins, the notebook's changes are lost`,
  );
}

function refuseStudentEdition(names: string[]): void {
  const student = names.find((name) => /(^|[\\/])exercises[\\/]/.test(name));
  if (student === undefined) return;
  throw new CommandError(
    `Cannot pull ${student}: the student edition is generated from the solutions and never pulled. ` +
      'Edit the notebook of the same name under solutions/ and pull that.',
    EXIT.usage,
  );
}

function warnOfStudentEdits(root: string, place: LessonText): void {
  for (const { path, edition } of place.notebooks) {
    if (edition !== 'student' || !existsSync(join(root, path))) continue;
    const present = readNotebook(join(root, path));
    if (readMark(present)?.cellsHash === hashCells(present)) continue;
    console.error(
      `${path} was edited by hand: that is never pulled, and the next build replaces it.`,
    );
  }
}
