import type { ICell, INotebookContent } from '@jupyterlab/nbformat';
import type { FrontMatter } from './front-matter';
import type { TextCell } from './model';
import { splitLines } from './split-lines';
import { cellMetadata, hashCells, notebookMetadata, type Edition } from './notebook-metadata';
import { withoutStubs } from './solution-blocks';

export interface NotebookOrigin {
  /** Path of the text from the root, with `/`. */
  text: string;
  /** `textHash` of that text. */
  hash: string;
  /** `1.2-convolution` */
  lesson: string;
  edition: Edition;
}

/**
 * Builds a notebook: nbformat 4.5, no outputs, `execution_count` null.
 * The solution edition loses its `// STUB|` lines; the student edition comes from `studentCells`.
 *
 * @throws RangeError if solution marks do not pair
 */
export function toNotebook(
  cells: TextCell[],
  frontMatter: FrontMatter,
  origin: NotebookOrigin,
): INotebookContent {
  const { title, exercises } = frontMatter;
  const notebook = {
    cells: cells.map(toCell),
    metadata: {},
    nbformat: 4,
    nbformat_minor: 5,
  };
  const cellsHash = hashCells(notebook);
  const declared = exercises.length > 0 ? { exercises } : {};
  return { ...notebook, metadata: notebookMetadata({ ...origin, title, cellsHash, ...declared }) };
}

function toCell(cell: TextCell): ICell {
  const source = cell.kind === 'code' ? withoutStubs(cell.source) : cell.source;
  const common = {
    cell_type: cell.kind,
    ...(cell.id !== undefined && { id: cell.id }),
    metadata: cellMetadata(cell),
    source: splitLines(source),
  };
  return cell.kind === 'code' ? { ...common, execution_count: null, outputs: [] } : common;
}
