import type { IError, INotebookContent, IOutput } from '@jupyterlab/nbformat';
import { existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { runNotebook } from '../run/run-notebook';
import { notebookToJson } from '../text/notebook-json';
import { CommandError, EXIT, type ExitCode } from './exit-codes';
import { readNotebook } from './read-notebook';
import { writeWhole } from './write-whole';

export interface RunCommandOptions {
  out: string;
  allowErrors?: boolean;
  /** Seconds, as typed. */
  timeout: string;
}

/** `nbts run`: executes a notebook without Jupyter. Outputs up to a failure are written too. */
export async function run(input: string, o: RunCommandOptions): Promise<ExitCode> {
  const timeoutMs = secondsToMs(o.timeout);
  const out = resolve(o.out);
  if (!existsSync(dirname(out))) {
    throw new CommandError(
      `Cannot write ${o.out}: there is no folder ${dirname(out)}. Create it first.`,
      EXIT.usage,
    );
  }
  const notebook = readNotebook(input);
  const result = await runNotebook(notebook, {
    cwd: dirname(resolve(input)),
    allowErrors: o.allowErrors === true,
    timeoutMs,
    onCell: showProgress,
  });
  clearProgress();
  writeWhole(out, notebookToJson(result.notebook));
  if (result.failedCell === undefined) return EXIT.done;
  const cell = `cell ${String(result.failedCell + 1)} of ${String(notebook.cells.length)}`;
  console.error(
    `${input}: ${cell} failed: ${errorOf(result.notebook, result.failedCell)}\n` +
      `The cells after it did not run (--allow-errors would run them); ${o.out} holds the outputs up to it.`,
  );
  return EXIT.failed;
}

/** What the failed cell's error output says, on one line. */
function errorOf(notebook: INotebookContent, index: number): string {
  const outputs = (notebook.cells[index]?.['outputs'] ?? []) as IOutput[];
  const error = outputs.find((output): output is IError => output.output_type === 'error');
  const [firstLine = ''] = (error?.evalue ?? '').split('\n');
  return `${error?.ename ?? 'an error'}: ${firstLine}`;
}

function secondsToMs(typed: string): number {
  const seconds = Number(typed);
  if (!(seconds > 0)) {
    throw new CommandError(
      `Cannot run with --timeout ${typed}: it must be a number of seconds above 0. Example: --timeout 60.`,
      EXIT.usage,
    );
  }
  return seconds * 1000;
}

function showProgress(index: number, total: number): void {
  if (process.stderr.isTTY)
    process.stderr.write(`\r\x1b[Kcell ${String(index + 1)} of ${String(total)}`);
}

function clearProgress(): void {
  if (process.stderr.isTTY) process.stderr.write('\r\x1b[K');
}
