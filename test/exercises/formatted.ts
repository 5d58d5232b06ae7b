import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { repositoryRoot } from './reference';

/** A text as prettier writes it in this repository, so that `npm run check` agrees with it. */
export async function formatted(text: string, fileName: string): Promise<string> {
  const filepath = join(repositoryRoot, fileName);
  return format(text, { ...(await resolveConfig(filepath, { editorconfig: true })), filepath });
}
