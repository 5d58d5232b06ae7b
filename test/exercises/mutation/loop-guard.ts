import ts from 'typescript';

/** What a guarded text calls at each turn of a loop. */
export const turnName = 'countTurn__';

/**
 * A TypeScript text whose loops call `countTurn__()` at each turn: who counts can end a loop that
 * would never end. By turns and not by the clock, so that a loaded machine ends nothing.
 */
export function guardLoops(text: string): string {
  const file = ts.createSourceFile('answer.ts', text, ts.ScriptTarget.ES2022, true);
  const insertions: { at: number; text: string }[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isIterationStatement(node, false)) {
      const { statement } = node;
      insertions.push({ at: statement.getStart(), text: `{ ${turnName}(); ` });
      insertions.push({ at: statement.getEnd(), text: ' }' });
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return insertions
    .sort((a, b) => b.at - a.at)
    .reduce((all, { at, text: inserted }) => all.slice(0, at) + inserted + all.slice(at), text);
}
