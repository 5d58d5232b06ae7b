/** A student at work on a notebook: what they may do to it. */

export interface Cell {
  cell_type: string;
  id: string;
  metadata: { convolab?: { role?: string; exercise?: string } };
  source: string[] | string;
}

export interface Notebook {
  cells: Cell[];
  metadata: unknown;
  nbformat: number;
  nbformat_minor: number;
}

/** What a student hands in: a notebook, or the bytes of something else. */
export type HandIn = (notebook: Notebook) => Notebook | string;

/** A copy of the student edition that one student may change. */
export const emptyNotebook = (edition: Notebook): Notebook => structuredClone(edition);

/** Writes answers into the answer cells of the exercises named. */
export function answer(notebook: Notebook, answers: Record<string, string>): Notebook {
  for (const [exercise, source] of Object.entries(answers)) {
    answerCell(notebook, exercise).source = lines(source);
  }
  return notebook;
}

export function answerCell(notebook: Notebook, exercise: string): Cell {
  const cell = notebook.cells.find(
    ({ metadata }) =>
      metadata.convolab?.role === 'answer' && metadata.convolab.exercise === exercise,
  );
  if (!cell) throw new Error(`The student edition has no answer cell for '${exercise}'.`);
  return cell;
}

/** Puts a new code cell at the top, before everything else. */
export function onTop(notebook: Notebook, source: string): Notebook {
  notebook.cells.unshift(newCell(`top-${notebook.cells.length}`, source));
  return notebook;
}

/** Puts a new code cell at the end. */
export function atEnd(notebook: Notebook, source: string): Notebook {
  notebook.cells.push(newCell(`end-${notebook.cells.length}`, source));
  return notebook;
}

const newCell = (id: string, source: string) => ({
  cell_type: 'code',
  execution_count: null,
  id,
  metadata: {},
  outputs: [],
  source: lines(source),
});

const lines = (source: string): string[] => source.trim().split(/(?<=\n)/);
