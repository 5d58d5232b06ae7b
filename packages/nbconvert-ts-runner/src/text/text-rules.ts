import type { FrontMatter } from './front-matter';
import type { ParsedCell, ParsedText } from './model';
import { hasSolution, splitSolutions } from './solution-blocks';
import { NOTICE_ID } from './student-edition';
import { TextError } from './text-error';

/**
 * Checks what a well-formed text must also keep: ids unique, exercises declared and answered,
 * answer and check cells with their exercise, solution marks paired and only in solutions/.
 * @throws TextError with the line of the first cell that breaks a rule
 */
export function checkTextRules(
  text: ParsedText,
  frontMatter: FrontMatter,
  place: { path: string; solutions: boolean },
): void {
  const seen = new Map<string, number>([[NOTICE_ID, 0]]);
  const declared = new Set(frontMatter.exercises.map((one) => one.id));
  for (const cell of text.cells) {
    const problem =
      idProblem(cell, seen) ??
      exerciseProblem(cell, declared) ??
      markProblem(cell, place.solutions);
    if (problem !== undefined) throw new TextError(problem, place.path, cell.line);
  }
  const problem = declarationProblem(text, frontMatter, declared, place.solutions);
  if (problem !== undefined) throw new TextError(problem, place.path, 1);
}

function idProblem(cell: ParsedCell, seen: Map<string, number>): string | undefined {
  if (cell.id === undefined) return undefined;
  const before = seen.get(cell.id);
  seen.set(cell.id, cell.line);
  if (before === undefined) return undefined;
  const owner = before === 0 ? 'the generated first cell' : `the cell at line ${String(before)}`;
  return `cell id ${cell.id} belongs to ${owner} already; delete the id here and \`nbts build\` gives a new one`;
}

function exerciseProblem(cell: ParsedCell, declared: Set<string>): string | undefined {
  const { role, exercise } = cell;
  if ((role === 'answer' || role === 'check') && exercise === undefined) {
    return `a cell with role=${role} names no exercise; add exercise=…`;
  }
  if (exercise !== undefined && !declared.has(exercise)) {
    const known = [...declared].join(', ') || 'none';
    return `exercise ${exercise} is not declared; the front matter declares: ${known}`;
  }
  return undefined;
}

function markProblem(cell: ParsedCell, solutions: boolean): string | undefined {
  if (!hasSolution(cell.source)) return undefined;
  if (!solutions) return 'a solution mark stands in a lesson; solutions belong in solutions/src';
  try {
    splitSolutions(cell.source);
  } catch (error) {
    return (error as Error).message;
  }
  if (cell.kind === 'code' && cell.role !== 'answer') {
    return 'a solution stands in a cell that is no answer; give the cell role=answer exercise=…';
  }
  return undefined;
}

function declarationProblem(
  text: ParsedText,
  { exercises }: FrontMatter,
  declared: Set<string>,
  solutions: boolean,
): string | undefined {
  if (!solutions && exercises.length > 0)
    return 'a lesson declares exercises; move them to solutions/src';
  if (declared.size < exercises.length) return 'two exercises have the same id; ids are unique';
  for (const { id } of exercises) {
    if (!text.cells.some((cell) => cell.role === 'answer' && cell.exercise === id)) {
      return `exercise ${id} has no answer cell; give one role=answer exercise=${id}`;
    }
  }
  return undefined;
}
