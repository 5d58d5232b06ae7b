import type { INotebookContent } from '@jupyterlab/nbformat';
import { splitNotebook } from './split-lines';

/**
 * Writes a notebook byte for byte as Jupyter does: keys sorted, one blank of indent, `\n` at the end,
 * multi-line strings as arrays of lines. So that saving it in JupyterLab changes no line by itself.
 */
export function notebookToJson(notebook: INotebookContent): string {
  return `${JSON.stringify(sortKeys(splitNotebook(notebook)), null, 1)}\n`;
}

function sortKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortKeys);
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, inner]) => [key, sortKeys(inner)]));
}
