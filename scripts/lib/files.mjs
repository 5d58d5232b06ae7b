import { createHash } from 'node:crypto';
import {
  cpSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { statSync, writeFileSync, readlinkSync, symlinkSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

/** Writes a file whole or not at all: an interruption leaves the old one. */
export function writeWhole(path, text) {
  mkdirSync(dirname(path), { recursive: true });
  const temporary = `${path}.${process.pid}.tmp`;
  writeFileSync(temporary, text);
  renameSync(temporary, path);
}

/** The JSON in a file, or null when it is not there or not JSON. */
export function readJson(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return null;
  }
}

export const exists = (path) => statSync(path, { throwIfNoEntry: false }) !== undefined;

/** Puts a finished folder in its place; what stood there goes. */
export function replaceFolder(finished, place) {
  rmSync(place, { recursive: true, force: true });
  mkdirSync(dirname(place), { recursive: true });
  renameSync(finished, place);
}

/**
 * The same files in a second place, without their weight: hard links, or copies where the file
 * system has none. Symbolic links stay symbolic links.
 */
export function linkFolder(from, to) {
  mkdirSync(to, { recursive: true });
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const source = join(from, entry.name);
    const target = join(to, entry.name);
    if (entry.isDirectory()) linkFolder(source, target);
    else if (entry.isSymbolicLink()) symlinkSync(readlinkSync(source), target);
    else linkOrCopy(source, target);
  }
}

function linkOrCopy(source, target) {
  try {
    linkSync(source, target);
  } catch {
    cpSync(source, target);
  }
}

/** Every file below `folder` that `wanted` accepts, sorted, as full paths. */
export function filesBelow(folder, wanted = () => true) {
  if (!exists(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) {
        return ['node_modules', 'dist'].includes(entry.name) ? [] : filesBelow(path, wanted);
      }
      return wanted(path) ? [path] : [];
    });
}

/** One hash for the names and the contents of many files; any change in one changes it. */
export function fingerprint(base, files, ...more) {
  const hash = createHash('sha256');
  for (const file of files) {
    hash
      .update(`${relative(base, file)}\0`)
      .update(readFileSync(file))
      .update('\0');
  }
  for (const text of more) hash.update(`${text}\0`);
  return hash.digest('hex');
}
