import type { ICell, INotebookContent } from '@jupyterlab/nbformat';
import { newCellId } from './cell-ids';
import { trimBlankLines } from './blank-lines';
import type { CellKind, TextCell } from './model';
import { joinSource } from './split-lines';
import { readCellMetadata } from './notebook-metadata';

/**
 * The cells of a notebook as a text holds them: no outputs, line ends `\n`, no blank lines around
 * code. Ids are kept; a cell without one (nbformat 4.4) or with one that came before gets a new one.
 *
 * @throws RangeError for a cell with an attachment: a text cannot hold it
 */
export function cellsFromNotebook(notebook: INotebookContent): TextCell[] {
  const taken = new Set(notebook.cells.flatMap(idOf));
  const used = new Set<string>();
  return notebook.cells.map((cell) => {
    refuseAttachments(cell);
    const kind = kindOf(cell.cell_type);
    const lines = joinSource(cell.source).replace(/\r\n/g, '\n').split('\n');
    const source = (kind === 'code' ? trimBlankLines(lines) : lines).join('\n');
    const given = idOf(cell)[0];
    const id = given !== undefined && !used.has(given) ? given : newCellId(taken);
    used.add(id);
    taken.add(id);
    return { kind, id, ...readCellMetadata(cell.metadata), source };
  });
}

/** The cell's id, or nothing. */
function idOf(cell: ICell): string[] {
  const id = cell['id'];
  return typeof id === 'string' ? [id] : [];
}

function kindOf(cellType: string): CellKind {
  return cellType === 'markdown' || cellType === 'raw' ? cellType : 'code';
}

function refuseAttachments(cell: ICell): void {
  const names = Object.keys(cell['attachments'] ?? {});
  if (names.length === 0) return;
  throw new RangeError(
    `cell ${idOf(cell)[0] ?? 'without id'} holds the pasted file ${names.join(', ')}, which a text cannot keep; ` +
      'save it as a file, link to it, and delete the attachment',
  );
}
