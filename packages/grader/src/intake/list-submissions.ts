import { readdirSync, type Dirent } from 'node:fs';
import { join } from 'node:path';
import { asShown, isZip, litter, showName } from '@convolab/submission';
import { oneStudent } from './one-student';
import { openFolder } from './open-folder';
import { openZip } from './open-zip';
import type { Part, Refusal, Submission } from './submission';

export interface Intake {
  submissions: Submission[];
  /** What lies in the folder and is nobody's submission, with a reason in French. */
  refused: ({ name: string } & Refusal)[];
}

/**
 * Lists a folder of submissions by student: `STUDENT/NOTEBOOK.ipynb`, `STUDENT/ANY.zip`, `ANY.zip`.
 *
 * A folder's name is the student's id: whoever made the folders vouches for it. A zip outside a folder says
 * itself whose it is; where two hold different versions of one notebook of one student, neither is graded.
 *
 * @param folder the folder to list
 * @param lessons the notebooks that are looked for, `1.2-convolution`
 * @throws Error when the folder cannot be read
 */
export async function listSubmissions(folder: string, lessons: readonly string[]): Promise<Intake> {
  const refused: Intake['refused'] = [];
  /** By the id as it is shown. */
  const students = new Map<string, Part[]>();
  const entries = readdirSync(folder, { withFileTypes: true });
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (litter.test(entry.name)) continue;
    const part = await open(entry, join(folder, entry.name), lessons);
    if ('reason' in part) {
      refused.push({ name: showName(entry.name), ...part });
      continue;
    }
    const key = asShown(part.student);
    students.set(key, [...(students.get(key) ?? []), part]);
  }
  const submissions: Submission[] = [];
  for (const [name, parts] of students) {
    const whole = await oneStudent(parts);
    if ('reason' in whole) refused.push({ name, ...whole });
    else submissions.push(whole);
  }
  submissions.sort((a, b) => (a.student < b.student ? -1 : 1));
  refused.sort((a, b) => (a.name < b.name ? -1 : 1));
  return { submissions, refused };
}

async function open(
  entry: Dirent,
  path: string,
  lessons: readonly string[],
): Promise<Part | Refusal> {
  if (!entry.isDirectory() && !isZip(entry.name)) {
    return { reason: 'ce n’est ni un dossier d’étudiant (ÉTUDIANT/NOTEBOOK.ipynb) ni un zip' };
  }
  try {
    return await (entry.isDirectory() ? openFolder(path, lessons) : openZip(path, lessons));
  } catch (error) {
    return { reason: `il ne s’ouvre pas (${(error as NodeJS.ErrnoException).code ?? ''})` };
  }
}
