import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Assignment } from './load-assignment';

/**
 * A fingerprint of all that decides a grade beside the submission: the solutions, the specs and what lies
 * beside them, and the limits.
 */
export function rulesOf(root: string, assignments: Assignment[], limits: object): string {
  const hash = createHash('sha256').update(JSON.stringify([assignments, limits]));
  const folder = join(root, 'test', 'exercises');
  const files = readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  for (const file of files.sort()) hash.update(file).update(readFileSync(file));
  return hash.digest('base64');
}
