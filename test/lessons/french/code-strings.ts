/** The sentences that code says: its strings and templates. */
import ts from 'typescript';

/** Stands in place of what a template computes: a sign that is neither a letter nor a space. */
const hole = '\u25a1';

/** What a text of TypeScript says, and what it calls things. */
export interface CodeWords {
  /** Every string that has a space in it: one without is a name, not a sentence. */
  sentences: string[];
  names: Set<string>;
}

export function readCode(code: string): CodeWords {
  const file = ts.createSourceFile('cell.ts', code, ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  const names = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node) || ts.isToken(node)) names.add(node.getText(file));
    else if (ts.isStringLiteralLike(node)) found.push(node.text);
    else if (ts.isTemplateExpression(node)) {
      found.push(
        [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)].join(hole),
      );
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return { sentences: found.filter((text) => /\S\s\S/.test(text)), names };
}
