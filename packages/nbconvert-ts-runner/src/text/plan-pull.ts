import type { INotebookContent } from '@jupyterlab/nbformat';
import { buildText, type BuiltText } from './build-text';
import { cellsFromNotebook } from './from-notebook';
import type { LessonText } from './lessons';
import { textHash, withLineEndsOf } from './line-endings';
import { mergeCells } from './merge-cells';
import { hashCells, readMark } from './notebook-metadata';
import { parsePercent } from './parse-percent';
import { TextError } from './text-error';

/** What `nbts pull` finds when it lays a notebook beside its text. */
export type PullPlan =
  /** Both say the same. */
  | { state: 'same' }
  /** Only the text changed since the notebook was built. */
  | { state: 'text-changed' }
  /** Only the notebook changed, or both changed alike: `built` is what the text becomes. */
  | { state: 'notebook-changed'; built: BuiltText }
  /** Both changed, or nobody can tell: somebody must choose. */
  | { state: 'both-changed'; built: BuiltText };

/**
 * Compares a notebook with its text. The notebook's metadata hold the hash of the text and of the
 * cells it was built from; a hash that no longer fits tells which side was edited.
 *
 * @param content the text file's content
 * @throws TextError if the text cannot be read, or what was pulled would break a text's rules
 */
export function planPull(
  place: LessonText,
  content: string,
  notebook: INotebookContent,
  path: string,
): PullPlan {
  const mark = readMark(notebook);
  const textChanged = mark?.hash !== textHash(content);
  const notebookChanged = mark?.cellsHash !== hashCells(notebook);
  if (!notebookChanged) return { state: textChanged ? 'text-changed' : 'same' };
  const pulled = pullText(place, content, notebook, path);
  if (textHash(pulled.text) === textHash(content))
    return { state: 'notebook-changed', built: pulled };
  return { state: textChanged ? 'both-changed' : 'notebook-changed', built: pulled };
}

function pullText(
  place: LessonText,
  content: string,
  notebook: INotebookContent,
  path: string,
): BuiltText {
  const old = parsePercent(content, place.text);
  try {
    const text = mergeCells(old, cellsFromNotebook(notebook));
    return buildText(place, withLineEndsOf(content, text));
  } catch (error) {
    if (error instanceof TextError) {
      throw new TextError(`pulled into a text, it breaks a rule: ${error.message}`, path);
    }
    if (error instanceof RangeError) throw new TextError(error.message, path);
    throw error;
  }
}
