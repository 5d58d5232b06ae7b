import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { isZip, litter, showName, studentId } from '@convolab/submission';
import { oneStudent } from './one-student';
import { lookIntoZip } from './open-zip';
import type { Part, Refusal } from './submission';

/** How many strange files are named; the others go without saying. */
const maxStrange = 5;

/** A student's folder: notebooks under their own names, or zips of them. Its name is the id. */
export async function openFolder(
  folder: string,
  lessons: readonly string[],
): Promise<Part | Refusal> {
  const named = studentId(basename(folder));
  if ('reason' in named) return { reason: `${named.reason} (c’est le nom du dossier)` };
  const student = named.id;
  const parts: Part[] = [];
  const strange: string[] = [];
  const names = readdirSync(folder).sort();
  for (const name of names.filter((each) => !litter.test(each))) {
    const path = join(folder, name);
    const lesson = name.normalize('NFC').replace(/\.ipynb$/, '');
    const found = isZip(name) ? await lookIntoZip(path, lessons) : { lesson };
    if ('reason' in found) {
      strange.push(`« ${showName(name)} » n’est pas noté : ${found.reason}.`);
    } else if ('receipt' in found) {
      const notices = [...found.notices, ...otherName(student, name, found.receipt?.student)];
      parts.push({ from: 'file', student, notebooks: new Map([[found.lesson, path]]), notices });
    } else if (name.endsWith('.ipynb') && lessons.includes(lesson)) {
      parts.push({ from: 'file', student, notebooks: new Map([[lesson, path]]), notices: [] });
    } else {
      strange.push(
        `« ${showName(name)} » n’est pas noté : les notebooks attendus s’appellent ` +
          `${lessons.map((each) => `${each}.ipynb`).join(', ')}.`,
      );
    }
  }
  const whole = await oneStudent(parts);
  if ('reason' in whole) return whole;
  const notices = [...whole.notices, ...strange.slice(0, maxStrange)];
  return { from: 'folder', student, notebooks: whole.notebooks, notices };
}

function otherName(student: string, file: string, claimed: string | undefined): string[] {
  if (claimed === undefined || claimed.normalize('NFC') === student) return [];
  return [
    `Le reçu de « ${showName(file)} » est au nom de « ${showName(claimed)} » ; c’est le dossier qui compte.`,
  ];
}
