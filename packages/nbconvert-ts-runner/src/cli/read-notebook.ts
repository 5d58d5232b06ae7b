import type { INotebookContent } from '@jupyterlab/nbformat';
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { CommandError, EXIT } from './exit-codes';

/** As much of nbformat 4 as everything after relies on; the rest passes through untouched. */
const notebookSchema = z.looseObject({
  nbformat: z.literal(4),
  nbformat_minor: z.number().int(),
  metadata: z.looseObject({}),
  cells: z.array(
    z.looseObject({
      cell_type: z.string(),
      metadata: z.looseObject({}),
      source: z.union([z.string(), z.array(z.string())]),
    }),
  ),
});

/**
 * Reads and checks a notebook file.
 * @throws CommandError (exit code 2) if there is none, or it is no notebook of format 4
 */
export function readNotebook(path: string): INotebookContent {
  let content: string;
  try {
    content = readFileSync(path, 'utf8');
  } catch (error) {
    throw broken(path, (error as Error).message, 'Check the path.');
  }
  let json: unknown;
  try {
    json = JSON.parse(content.replace(/^\uFEFF/, ''));
  } catch (error) {
    throw broken(path, `it is no JSON (${(error as Error).message})`, RESTORE);
  }
  const parsed = notebookSchema.safeParse(json);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    const where = issue?.path.map(String).join('.') || 'the whole';
    throw broken(
      path,
      `it is no notebook of format 4 (${where}: ${issue?.message ?? ''})`,
      RESTORE,
    );
  }
  return parsed.data as unknown as INotebookContent;
}

const RESTORE = 'Restore it from git, or open it in JupyterLab and save it again.';

function broken(path: string, found: string, next: string): CommandError {
  return new CommandError(`Cannot read notebook ${path}: ${found}. ${next}`, EXIT.usage);
}
