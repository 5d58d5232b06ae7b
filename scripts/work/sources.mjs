import { basename } from 'node:path';
import { filesBelow } from '../lib/files.mjs';
import { inRoot } from '../lib/paths.mjs';

/** What a student gets, and where below work/: lessons, exercises, and the public cases that `check` reads. */
export function workSources() {
  const notebook = (file) => file.endsWith('.ipynb') && !file.includes('.ipynb_checkpoints');
  const exercise = (file) => notebook(file) || file.endsWith('.cases.json');
  return [
    ...filesBelow(inRoot('notebooks'), notebook).map((from) => ({
      from,
      to: `lecons/${basename(from)}`,
    })),
    ...filesBelow(inRoot('exercises'), exercise).map((from) => ({
      from,
      to: `exercices/${basename(from)}`,
    })),
  ];
}
