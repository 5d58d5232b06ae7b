import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';

/** Writes a file whole or not at all: beside it first, then one rename. */
export function writeWhole(path: string, content: string): void {
  const beside = `${path}.${String(process.pid)}.tmp`;
  try {
    writeFileSync(beside, content);
    renameSync(beside, path);
  } finally {
    rmSync(beside, { force: true });
  }
}

/** Writes only if the bytes differ, so that a rerun leaves dates alone. Says whether it wrote. */
export function writeIfChanged(path: string, content: string): boolean {
  if (existsSync(path) && readFileSync(path, 'utf8') === content) return false;
  writeWhole(path, content);
  return true;
}
