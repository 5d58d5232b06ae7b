/** The lessons that there are, and what each must print: found by file name, so that a new one edits no list. */
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { root } from '../support/jupyter';
import type { PrintedNumber } from './printed-number';

/** Names without an ending, in the order of the course: '1.2-convolution'. */
export const lessonNames = readdirSync(path.join(root, 'notebooks'))
  .filter((file) => /^\d+\.\d+-.*\.ipynb$/.test(file))
  .map((file) => file.replace(/\.ipynb$/, ''))
  .sort((a, b) => a.localeCompare(b, 'fr', { numeric: true }));

export const lessonFile = (name: string): string => path.join(root, 'notebooks', `${name}.ipynb`);

/** What `NAME.numbers.ts` beside this file says the lesson prints. */
export function numbersOf(name: string): PrintedNumber[] {
  const file = path.join(__dirname, `${name}.numbers.ts`);
  if (!existsSync(file)) {
    throw new Error(
      `Cannot tell what lesson ${name} must print: there is no test/lessons/${name}.numbers.ts; ` +
        'write it, with `export const numbers: PrintedNumber[]`.',
    );
  }
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- import() would want JavaScript
  const { numbers } = require(file) as { numbers: PrintedNumber[] };
  return numbers;
}
