import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';

const folder = 'anciennes-reponses';

/**
 * Keeps a text beside the notebook, in `anciennes-reponses`, under a name of its own: nothing that
 * lies there is written over. Written whole or not at all.
 *
 * @param id the exercise
 * @returns the file, from the notebook's folder
 * @throws Error of the file system
 */
export function keepAnswer(id: string, text: string, now = new Date()): string {
  mkdirSync(folder, { recursive: true });
  const day = [now.getFullYear(), twoDigits(now.getMonth() + 1), twoDigits(now.getDate())].join(
    '-',
  );
  const time = `${twoDigits(now.getHours())}h${twoDigits(now.getMinutes())}`;
  const name = (count: number): string =>
    join(folder, `${id}-${day}-${time}${count === 1 ? '' : `-${count}`}.ts`);
  let count = 1;
  while (existsSync(name(count))) count++;
  const draft = join(folder, `.${id}.${process.pid}.tmp`);
  writeFileSync(draft, text.endsWith('\n') ? text : `${text}\n`);
  renameSync(draft, name(count));
  return name(count);
}

const twoDigits = (value: number): string => String(value).padStart(2, '0');

/**
 * The text of a cell in the notebook as it was saved last; null where that cannot be told. Jupyter's
 * server names the notebook in JPY_SESSION_NAME.
 */
export function savedText(cellId: string): string | null {
  const notebook = process.env['JPY_SESSION_NAME'];
  if (notebook === undefined) return null;
  try {
    const { cells } = JSON.parse(readFileSync(basename(notebook), 'utf8')) as {
      cells: { id?: string; source: string | string[] }[];
    };
    const source = cells.find(({ id }) => id === cellId)?.source ?? null;
    return Array.isArray(source) ? source.join('') : source;
  } catch {
    return null; // renamed since, or being written: what the kernel remembers must do
  }
}
