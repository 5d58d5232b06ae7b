import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Compiler } from '../evaluator/compiler';
import { buildText } from '../text/build-text';
import type { Problem } from '../text/check-texts';
import { cellsFromNotebook } from '../text/from-notebook';
import type { LessonText } from '../text/lessons';
import { TextError } from '../text/text-error';
import { typeCheckCells, type TypeProblem } from '../text/type-check';

/**
 * Type-checks every edition of every text with the compiler that the kernel uses.
 * A text that cannot be built is passed over: `checkTexts` has named it already.
 */
export async function checkTypes(root: string, chosen: LessonText[]): Promise<Problem[]> {
  const compiler = new Compiler({ cwd: root });
  const problems: Problem[] = [];
  try {
    for (const { place, built } of buildable(root, chosen)) {
      const lines = new Map(built.parsed.cells.map((cell) => [cell.id, cell.line]));
      for (const { path, edition, notebook } of built.notebooks) {
        const found = await typeCheckCells(compiler, cellsFromNotebook(notebook), root);
        for (const one of found) {
          // The student edition's lines are not the text's: name the notebook and the cell.
          const header = edition === 'student' ? undefined : lines.get(one.cell.id ?? '');
          problems.push(describe(header === undefined ? path : place.text, header, one));
        }
      }
    }
  } finally {
    await compiler.close();
  }
  return problems;
}

function* buildable(root: string, chosen: LessonText[]) {
  for (const place of chosen) {
    try {
      yield { place, built: buildText(place, readFileSync(join(root, place.text), 'utf8')) };
    } catch (error) {
      if (!(error instanceof TextError)) throw error;
    }
  }
}

function describe(path: string, header: number | undefined, found: TypeProblem): Problem {
  const { cell, line, column, message } = found;
  const place = header === undefined ? '' : `:${String(header)}`;
  const where = `line ${String(line)}, column ${String(column)}`;
  return { path, message: `${place}: cell ${cell.id ?? ''}, ${where}: ${message}` };
}
