import { existsSync, realpathSync } from 'node:fs';
import { join } from 'node:path';

/**
 * What the sandboxed compiler may read: the types of Node and of the lib, and tslab's own files.
 * All of it is public; hidden specs and solutions lie elsewhere.
 */
export function compilerReadable(root: string): string[] {
  const modules = ['@types', 'undici-types', '@tslab', 'tslab'].map((name) =>
    join(root, 'node_modules', name),
  );
  const lib = ['package.json', 'dist', 'check', 'tf'].flatMap((name) => [
    join(root, 'lib', name),
    join(root, 'node_modules', '@convolab', 'lib', name),
  ]);
  return [...modules, ...lib].filter((path) => existsSync(path) && existsSync(realpathSync(path)));
}
