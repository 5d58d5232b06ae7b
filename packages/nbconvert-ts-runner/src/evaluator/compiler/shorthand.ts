/**
 * Writes `{ a }` as `{ a: a }` where `a` comes from an earlier cell.
 *
 * tslab reaches earlier variables as `exports.a`, and overlooks those that an object names in short; the
 * cell then fails with « a is not defined ». Lines do not move; columns are led back for messages.
 */
import type { Node } from '@tslab/typescript-for-tslab';
import { ts } from './typescript';

export interface Expanded {
  text: string;
  /** The column (from 1) in the source as written, for one in `text`. */
  columnBefore: (line: number, column: number) => number;
}

/**
 * @param prevDecl declarations of earlier cells: only names that occur there are written out
 * @example
 * expandShorthand('f({ a, b })', 'declare let a: number;').text // => 'f({ a: a, b })'
 */
export function expandShorthand(source: string, prevDecl: string): Expanded {
  const insertions = source.includes('{') && prevDecl ? findShorthands(source, prevDecl) : [];
  let text = '';
  let from = 0;
  for (const { end, name } of insertions) {
    text += `${source.slice(from, end)}: ${name}`;
    from = end;
  }
  text += source.slice(from);
  return {
    text,
    columnBefore: (line, column) => {
      let before = column;
      for (const insertion of insertions) {
        if (insertion.line !== line || insertion.column >= before) continue;
        before = Math.max(insertion.column, before - insertion.name.length - 2);
      }
      return before;
    },
  };
}

interface Shorthand {
  name: string;
  /** Offset just behind the name, its line and its column (both from 1). */
  end: number;
  line: number;
  column: number;
}

function findShorthands(source: string, prevDecl: string): Shorthand[] {
  const file = ts.createSourceFile('cell.ts', source, ts.ScriptTarget.Latest, false);
  const found: Shorthand[] = [];
  const visit = (node: Node): void => {
    if (ts.isShorthandPropertyAssignment(node) && prevDecl.includes(node.name.text)) {
      const { line, character } = file.getLineAndCharacterOfPosition(node.name.end);
      found.push({
        name: node.name.text,
        end: node.name.end,
        line: line + 1,
        column: character + 1,
      });
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}
