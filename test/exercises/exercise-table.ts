import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parsePercent, readFrontMatter } from 'nbconvert-ts-runner';
import ts from 'typescript';
import { repositoryRoot } from './reference';

/** docs/exercises.md: every exercise with its name, signature and points, from `solutions/src`. */
export function exerciseTable(lessons: readonly string[]): string {
  const rows = lessons.flatMap(rowsOf);
  const points = rows.reduce((sum, row) => sum + (row.bonus ? 0 : row.points), 0);
  return [
    '# The graded exercises',
    '',
    'Made from `solutions/src` by `npm run build:cases`; do not edit. The id is the name of the main',
    'function or type, the column in `grades.csv` and the first argument of `check`. A bonus comes on top',
    'of the total.',
    '',
    '| Lesson | Id | Title | Signature | Points |',
    '| --- | --- | --- | --- | --- |',
    ...rows.map(
      (row) => `| ${row.cells.join(' | ')} | ${row.points}${row.bonus ? ' (bonus)' : ''} |`,
    ),
    `| | | | **Total** | **${points}** |`,
    '',
  ].join('\n');
}

interface Row {
  cells: string[];
  points: number;
  bonus: boolean;
}

function rowsOf(lesson: string): Row[] {
  const path = join(repositoryRoot, 'solutions', 'src', `${lesson}.nb.ts`);
  const text = parsePercent(readFileSync(path, 'utf8'), path);
  return readFrontMatter(text.yaml, path).exercises.map((exercise) => {
    const { id, title, points, bonus = false, functions } = exercise;
    const answers = text.cells.filter(
      (cell) => (cell.role === 'answer' || cell.role === 'given') && cell.exercise === id,
    );
    const source = answers.map((cell) => cell.source).join('\n');
    const signatures = functions.map((name) => `\`${inCell(signatureOf(name, source, path))}\``);
    return { cells: [lesson, `\`${id}\``, title, signatures.join('<br>')], points, bonus };
  });
}

/** A bar would end the cell, even in code. */
const inCell = (text: string): string => text.replaceAll('|', '\\|');

/**
 * `conv1d(x: number[], k: number[], stride = 1): number[]`, or `type ConvOut<N extends number>`, as the
 * answer cell declares it.
 */
function signatureOf(name: string, source: string, path: string): string {
  const file = ts.createSourceFile('cell.ts', source, ts.ScriptTarget.ES2022, true);
  const type = file.statements
    .filter(ts.isTypeAliasDeclaration)
    .find((node) => node.name.text === name);
  if (type?.typeParameters) {
    return `type ${name}<${type.typeParameters.map((each) => each.getText()).join(', ')}>`;
  }
  const found = file.statements.find(
    (node): node is ts.FunctionDeclaration =>
      ts.isFunctionDeclaration(node) && node.name?.text === name,
  );
  if (found?.type === undefined) {
    const where = relative(repositoryRoot, path);
    throw new Error(
      `Cannot list '${name}': no cell of the exercise in ${where} declares it with its return type; write \`function ${name}(...): T\`.`,
    );
  }
  const parameters = found.parameters.map((parameter) => parameter.getText());
  return `${name}(${parameters.join(', ')}): ${found.type.getText()}`;
}
