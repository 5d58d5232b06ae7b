import type { TypeAnswer } from 'nbconvert-ts-runner';
import type { CellCompiler } from './cell-compiler';

/** What TypeScript makes of a type; `died`: more than it could take, or than an exercise may take. */
export type AskType = (expression: string) => Promise<TypeAnswer | { ok: 'died' }>;

/**
 * Asks about types of a submission, on what its cells declared. All questions of an exercise together may take
 * the compiler as long as one cell.
 */
export function typeAsker(compiler: CellCompiler, declarations: string): AskType {
  let spent = 0;
  return async (expression) => {
    if (spent > compiler.timeoutMs) return { ok: 'died' };
    const before = compiler.spent;
    const answer = await compiler.resolveType(declarations, expression);
    spent += compiler.spent - before;
    return answer;
  };
}
