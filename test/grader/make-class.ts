/**
 * Writes test/grader/class/STUDENT/1.2-convolution.ipynb: a class as instructors meet it, and worse.
 *
 *   node --import tsx test/grader/make-class.ts
 *
 * Each notebook is the student edition, exercises/1.2-convolution.ipynb, as that student left it.
 * The grades they must get stand in class.test.ts.
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { attackers } from './make-class/attackers';
import { emptyNotebook, type Notebook } from './make-class/notebook';
import { ordinaryStudents } from './make-class/ordinary';

const root = join(__dirname, '..', '..');
const lesson = '1.2-convolution';
const folder = join(__dirname, 'class');

const edition = JSON.parse(
  readFileSync(join(root, 'exercises', `${lesson}.ipynb`), 'utf8'),
) as Notebook;

rmSync(folder, { recursive: true, force: true });
for (const [student, handIn] of Object.entries({ ...ordinaryStudents, ...attackers })) {
  const content = handIn(emptyNotebook(edition));
  mkdirSync(join(folder, student), { recursive: true });
  writeFileSync(
    join(folder, student, `${lesson}.ipynb`),
    typeof content === 'string' ? content : `${JSON.stringify(content, null, 1)}\n`,
  );
}
