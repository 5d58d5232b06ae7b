import type { ICell, INotebookContent, IOutput } from '@jupyterlab/nbformat';

/** Mime types besides `text/*` whose strings Jupyter writes as lines. */
const LINED_TYPES = new Set(['application/javascript', 'image/svg+xml']);

/**
 * A string as an array of lines, each with its end. Cut where Python's `str.splitlines` cuts, which
 * is at more than `\n`: so cuts nbformat. The pieces join to the same string either way.
 */
export function splitLines(source: string | string[]): string[] {
  const text = joinSource(source);
  return text.match(/[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]*(?:\r\n|[^]|$)/g)?.filter(Boolean) ?? [];
}

/** A source as one string, whichever way the notebook holds it. */
export function joinSource(source: string | string[]): string {
  return typeof source === 'string' ? source : source.join('');
}

/** The notebook with every long string as lines, as Jupyter keeps it on disk. */
export function splitNotebook(notebook: INotebookContent): INotebookContent {
  return { ...notebook, cells: notebook.cells.map(splitCell) };
}

function splitCell(cell: ICell): ICell {
  const outputs = cell['outputs'];
  return {
    ...cell,
    source: splitLines(cell.source),
    ...(Array.isArray(outputs) && { outputs: (outputs as IOutput[]).map(splitOutput) }),
  };
}

function splitOutput(output: IOutput): IOutput {
  const { text, data } = output;
  if (output.output_type === 'stream' && typeof text === 'string') {
    return { ...output, text: splitLines(text) };
  }
  if (data === null || typeof data !== 'object') return output;
  const entries = Object.entries(data).map(([type, value]) => {
    const lined = type.startsWith('text/') || LINED_TYPES.has(type);
    return [type, lined && typeof value === 'string' ? splitLines(value) : value] as const;
  });
  return { ...output, data: Object.fromEntries(entries) };
}
