/** Executes a notebook without Jupyter, as `jupyter nbconvert --execute` would. */
import type { ICell, ICodeCell, INotebookContent, IOutput } from '@jupyterlab/nbformat';
import { Evaluator } from '../evaluator/evaluator';
import type { CellOutput, CellResult } from '../evaluator/types';
import { OutputList, type DisplaysById } from './output-list';

export interface RunNotebookOptions {
  /** Folder whose files and modules the cells see. */
  cwd: string;
  /** Go on after a cell that fails. */
  allowErrors: boolean;
  /** How long one cell may take, in milliseconds. */
  timeoutMs: number;
  /** Told before each code cell: its position among the code cells, from 0, and how many there are. */
  onCell?: (index: number, total: number) => void;
}

/**
 * Runs every code cell in order and gives a copy of the notebook with its outputs.
 *
 * @returns the notebook, and the index (among all cells) of the cell that failed, where the run stopped there;
 *   a cell tagged `raises-exception` may fail
 */
export async function runNotebook(
  notebook: INotebookContent,
  options: RunNotebookOptions,
): Promise<{ notebook: INotebookContent; failedCell?: number }> {
  const copy = structuredClone(notebook);
  const code = copy.cells.filter(isCode);
  for (const cell of code) {
    cell.outputs = [];
    cell.execution_count = null;
  }
  const displays: DisplaysById = new Map();
  let outputs = new OutputList(displays);
  const evaluator = new Evaluator({
    cwd: options.cwd,
    onOutput: (output: CellOutput) => {
      outputs.add(output);
    },
  });
  try {
    for (const [index, cell] of code.entries()) {
      options.onCell?.(index, code.length);
      const source = textOf(cell);
      if (source.trim() === '') continue;
      outputs = new OutputList(displays);
      const label = `cellule ${index + 1}`;
      const result = await evaluator.run(source, { timeoutMs: options.timeoutMs, label });
      cell.execution_count = index + 1;
      cell.outputs = [...outputs.items, ...resultOutputs(result, index + 1)];
      if (result.status === 'error' && !options.allowErrors && !mayFail(cell)) {
        return { notebook: copy, failedCell: copy.cells.indexOf(cell) };
      }
    }
    return { notebook: copy };
  } finally {
    await evaluator.close();
  }
}

function isCode(cell: ICell): cell is ICodeCell {
  return cell.cell_type === 'code';
}

function textOf(cell: ICell): string {
  return Array.isArray(cell.source) ? cell.source.join('') : cell.source;
}

function mayFail(cell: ICodeCell): boolean {
  const tags = cell.metadata['tags'];
  return Array.isArray(tags) && tags.includes('raises-exception');
}

function resultOutputs(result: CellResult, count: number): IOutput[] {
  const shown: IOutput[] = [];
  if (result.result) {
    shown.push({
      output_type: 'execute_result',
      execution_count: count,
      ...result.result,
    } as IOutput);
  }
  if (result.error) {
    const { ename, evalue, traceback } = result.error;
    shown.push({ output_type: 'error', ename, evalue, traceback });
  }
  return shown;
}
