import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parsePercent, readFrontMatter } from 'nbconvert-ts-runner';

/** The text of a lesson that has no exercise yet: what is said to all of them. */
export function newText(lesson: string, title: string): string {
  const [number = ''] = lesson.split('-');
  const text = read('lesson-cells.txt').replaceAll('%NUMBER%', number).replace('%TITLE%', title);
  // c0de, the lesson's two numbers, a cell's number: 1.10 begins at c0de1a01.
  const digits = number.split('.').map((part) => Number(part).toString(16));
  return withIds(text, parseInt(`c0de${digits.join('')}00`, 16));
}

/** The text with one more exercise: declared in the front matter, and its cells at the end. */
export function addExercise(text: string, name: string): string {
  const { yaml } = parsePercent(text, 'solutions');
  const rank =
    readFrontMatter(yaml.replace(/exercises:\s*$/, ''), 'solutions').exercises.length + 1;
  const end = text.indexOf('\n// ---\n', 1);
  const declared = `${text.slice(0, end)}\n${declarationOf(name)}${text.slice(end)}`;
  const cells = read('exercise-cells.txt').replaceAll('%RANK%', String(rank));
  return `${declared.trimEnd()}\n${withIds(cells, lastId(text))}`;
}

const declarationOf = (name: string): string =>
  [
    `//   - id: ${name}`,
    '//     title: À ÉCRIRE',
    '//     points: 3',
    `//     functions: [${name}]`,
    '//     imports: []',
  ].join('\n');

const lastId = (text: string): number =>
  Math.max(
    ...[...text.matchAll(/ id=(c0de[0-9a-f]{4})\b/g)].map(([, id = '']) => parseInt(id, 16)),
  );

/** Gives the cells their ids, from the one after `last`. */
const withIds = (text: string, last: number): string =>
  text.replaceAll('%ID%', () => (++last).toString(16));

const read = (file: string): string => readFileSync(join(__dirname, file), 'utf8');
