import type { ICellMetadata, INotebookContent, INotebookMetadata } from '@jupyterlab/nbformat';
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { isRole } from './cell-header';
import type { ExerciseDeclaration } from './front-matter';
import type { CellRole, TextCell } from './model';
import { joinSource } from './split-lines';

export type Edition = 'lesson' | 'solution' | 'student';

/** What `metadata.convolab` of a notebook says. */
export interface NotebookMark {
  /** Path of the text from the root, with `/`. */
  text: string;
  /** sha256 of the text that the notebook was built from. */
  hash: string;
  /** sha256 of the cells as built: another value now means that somebody edited the notebook. */
  cellsHash: string;
  lesson: string;
  title: string;
  edition: Edition;
  exercises?: ExerciseDeclaration[];
}

const markSchema = z.object({
  text: z.string(),
  hash: z.string(),
  cellsHash: z.string(),
  lesson: z.string(),
  title: z.string(),
  edition: z.enum(['lesson', 'solution', 'student']),
});

/** What the tslab kernel reports of itself, so that opening a notebook does not change it. */
const KERNEL = {
  kernelspec: { display_name: 'TypeScript', language: 'typescript', name: 'tslab' },
  language_info: {
    codemirror_mode: { mode: 'typescript', name: 'javascript', typescript: true },
    file_extension: '.ts',
    mimetype: 'text/typescript',
    name: 'typescript',
    version: '',
  },
};

export function notebookMetadata(mark: NotebookMark): INotebookMetadata {
  return { ...KERNEL, convolab: { ...mark } } as unknown as INotebookMetadata;
}

/** The mark of a notebook that `nbts build` wrote; undefined for any other. */
export function readMark(notebook: INotebookContent): NotebookMark | undefined {
  const parsed = markSchema.safeParse(notebook.metadata['convolab']);
  return parsed.success ? (notebook.metadata['convolab'] as unknown as NotebookMark) : undefined;
}

/** Tag of a code cell that opens folded: a click unfolds it, and it runs like any other. */
export const FOLDED_TAG = 'replie';

/**
 * Metadata of one cell: `convolab: {role, exercise, items}` and `tags`, each only where given. A cell tagged
 * `replie` opens with its code folded, as JupyterLab notes it.
 */
export function cellMetadata(cell: TextCell): Partial<ICellMetadata> {
  const { role, exercise, items, tags } = cell;
  const convolab = {
    ...(role !== undefined && { role }),
    ...(exercise !== undefined && { exercise }),
    ...(items !== undefined && { items }),
  };
  return {
    ...(Object.keys(convolab).length > 0 && { convolab }),
    ...(tags.includes(FOLDED_TAG) && { jupyter: { source_hidden: true } }),
    ...(tags.length > 0 && { tags }),
  };
}

/** The reverse of `cellMetadata`. What is not ours (`collapsed`, `execution` …) is passed over. */
export function readCellMetadata(metadata: Partial<ICellMetadata>): {
  role?: CellRole;
  exercise?: string;
  items?: string;
  tags: string[];
} {
  const convolab = z.record(z.string(), z.unknown()).safeParse(metadata['convolab']).data ?? {};
  const { role, exercise, items } = convolab;
  const tags = z.array(z.string()).safeParse(metadata.tags).data ?? [];
  return {
    ...(isRole(role) && { role }),
    ...(typeof exercise === 'string' && { exercise }),
    ...(typeof items === 'string' && { items }),
    tags,
  };
}

/** sha256 over what the text decides of each cell: kind, id, metadata of ours, source. Not outputs. */
export function hashCells(notebook: INotebookContent): string {
  const cells = notebook.cells.map((cell) => {
    const { role, exercise, items, tags } = readCellMetadata(cell.metadata);
    return [cell.cell_type, cell['id'], role, exercise, items, tags, joinSource(cell.source)];
  });
  return createHash('sha256').update(JSON.stringify(cells), 'utf8').digest('hex');
}
