import { CompilerDied, type Compiler } from '../evaluator/compiler';
import type { TextCell } from './model';

/** A complaint of TypeScript, placed in a cell. */
export interface TypeProblem {
  cell: TextCell;
  /** Line within the cell, from 1. */
  line: number;
  column: number;
  message: string;
}

/**
 * Type-checks a notebook cell by cell, strict, each on top of what the cells before it declare: as
 * the evaluator does when the notebook runs. After a faulty cell the others go on without it.
 * A cell tagged `raises-exception` may be wrong on purpose.
 *
 * @param cwd folder that the cells' imports are looked for from
 */
export async function typeCheckCells(
  compiler: Pick<Compiler, 'compile'>,
  cells: TextCell[],
  cwd: string,
): Promise<TypeProblem[]> {
  const problems: TypeProblem[] = [];
  let declared = '';
  for (const cell of cells) {
    if (cell.kind !== 'code' || cell.source.trim() === '') continue;
    const compiled = await compiler.compile(declared, cell.source, cwd).catch(asDead);
    if (compiled instanceof CompilerDied) {
      problems.push({ cell, line: 1, column: 1, message: compiled.message });
    } else if (compiled.ok) {
      declared = compiled.decl;
    } else if (!cell.tags.includes('raises-exception')) {
      problems.push(...compiled.diagnostics.map((found) => ({ cell, ...found })));
    }
  }
  return problems;
}

/** A cell that brings the compiler down is that cell's problem; anything else is ours. */
function asDead(error: unknown): CompilerDied {
  if (error instanceof CompilerDied) return error;
  throw error;
}
