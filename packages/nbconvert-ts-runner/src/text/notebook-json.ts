import type { INotebookContent } from '@jupyterlab/nbformat';

/**
 * Writes a notebook byte for byte as Jupyter does: keys sorted, one blank of indent, `\n` at the end,
 * multi-line strings as arrays of lines. So that saving it in JupyterLab changes no line by itself.
 */
export function notebookToJson(notebook: INotebookContent): string {
  const cells = notebook.cells.map((cell) => ({ ...cell, source: splitLines(cell.source) }));
  return `${JSON.stringify(sortKeys({ ...notebook, cells }), null, 1)}\n`;
}

/** A source as an array of lines, each with its end, as nbformat's `split_lines` (Python) cuts it. */
export function splitLines(source: string | string[]): string[] {
  const text = joinSource(source);
  // Python's str.splitlines() cuts at more than \n; the pieces join to the same text either way.
  // eslint-disable-next-line no-control-regex
  return text.match(/[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]*(?:\r\n|[^]|$)/g)?.filter(Boolean) ?? [];
}

/** A source as one string, whichever way the notebook holds it. */
export function joinSource(source: string | string[]): string {
  return typeof source === 'string' ? source : source.join('');
}

function sortKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortKeys);
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, inner]) => [key, sortKeys(inner)]));
}
