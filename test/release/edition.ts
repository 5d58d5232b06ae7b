import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, sep } from 'node:path';
import { promisify } from 'node:util';
import { repositoryRoot } from '../exercises/reference';
import type { File } from './hidden-text';

const run = promisify(execFile);

/** A student edition that `npm run release` built, unpacked in an empty folder outside the repository. */
export interface Edition {
  /** Where it was unpacked: its own top folder. */
  root: string;
  /** As they came out of the zip. */
  files: File[];
  remove: () => void;
}

export async function unpackedEdition(): Promise<Edition> {
  const folder = mkdtempSync(join(tmpdir(), 'convolab-edition-'));
  const zip = join(folder, 'edition.zip');
  const release = join(repositoryRoot, 'scripts', 'release.mjs');
  await run(process.execPath, [release, '--out', zip], { cwd: repositoryRoot });
  const python = join(repositoryRoot, '.venv', 'bin', 'python');
  await run(python, ['-m', 'zipfile', '-e', zip, join(folder, 'unpacked')]);
  const [top = ''] = readdirSync(join(folder, 'unpacked'));
  const root = join(folder, 'unpacked', top);
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((path) => statSync(join(root, path)).isFile())
    .map((path) => ({
      path: path.split(sep).join('/'),
      content: readFileSync(join(root, path), 'utf8'),
    }));
  const remove = (): void => {
    rmSync(folder, { recursive: true, force: true });
  };
  return { root, files, remove };
}
