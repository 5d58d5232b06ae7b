/** Executed notebooks, brought to a form in which two runs can be compared. */
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import type { ICell, ICodeCell, INotebookContent, IOutput } from '@jupyterlab/nbformat';
import { root } from './jupyter';

const run = promisify(execFile);
const limits = { maxBuffer: 1 << 28, timeout: 300_000 };

export function readNotebook(file: string): INotebookContent {
  return JSON.parse(readFileSync(file, 'utf8')) as INotebookContent;
}

/** Executes through Jupyter, as an instructor would: nbconvert, jupyter_client, our kernel. */
export async function throughNbconvert(file: string, out: string): Promise<INotebookContent> {
  await nbconvert('--to', 'notebook', '--execute', '--output', out, file);
  return readNotebook(out);
}

/** Writes a notebook, with the outputs it has, as a web page. */
export async function exportHtml(file: string, out: string): Promise<void> {
  await nbconvert('--to', 'html', '--output', out, file);
}

async function nbconvert(...args: string[]): Promise<void> {
  const { jupyterEnvironment } = (await import(
    path.join(root, 'scripts', 'jupyter', 'environment.mjs')
  )) as { jupyterEnvironment: () => NodeJS.ProcessEnv };
  const python = path.join(
    root,
    '.venv',
    process.platform === 'win32' ? 'Scripts' : 'bin',
    'python',
  );
  const command = ['-m', 'jupyter', 'nbconvert', ...args];
  await run(python, command, { ...limits, env: jupyterEnvironment() });
}

/** Executes without Jupyter. */
export async function throughNbts(file: string, out: string): Promise<INotebookContent> {
  const nbts = path.join(root, 'packages', 'nbconvert-ts-runner', 'bin', 'nbts.js');
  await run(process.execPath, [nbts, 'run', file, '--out', out, '--timeout', '120'], limits);
  return readNotebook(out);
}

export const isCode = (cell: ICell): cell is ICodeCell => cell.cell_type === 'code';

export const codeCells = (notebook: INotebookContent): ICodeCell[] => notebook.cells.filter(isCode);

/** All the text of a cell's outputs. */
export function shownText(outputs: IOutput[]): string {
  return outputs
    .map((output) =>
      output.output_type === 'stream'
        ? joined(output['text'])
        : joined((output['data'] as Record<string, unknown> | undefined)?.['text/plain'] ?? ''),
    )
    .join('\n');
}

/** Text as Jupyter keeps it: one string, or lines. */
export function joined(text: unknown): string {
  return Array.isArray(text) ? text.join('') : String(text);
}
