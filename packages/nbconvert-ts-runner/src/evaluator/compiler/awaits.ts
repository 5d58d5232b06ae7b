/**
 * Makes every `await` of a cell one that an interrupt can end.
 *
 * `await x` becomes `await __await(x)`; the executor gives `__await`, which settles as `x` does or rejects
 * when the cell is interrupted. So a loop of awaited calls really stops, and the state of the notebook
 * survives. Lines do not move.
 */
import type { Node } from '@tslab/typescript-for-tslab';
import { ts } from './typescript';

/** The name under which the executor passes the function in. */
export const awaitName = '__await';

/**
 * @example
 * cancellableAwaits('const a = await f(await g());') // => 'const a = await __await(f(await __await(g())));'
 */
export function cancellableAwaits(js: string): string {
  if (!js.includes('await')) return js;
  const file = ts.createSourceFile('cell.js', js, ts.ScriptTarget.Latest, false, ts.ScriptKind.JS);
  const insertions: { at: number; text: string }[] = [];
  const visit = (node: Node): void => {
    if (ts.isAwaitExpression(node)) {
      const start = node.expression.getStart(file);
      insertions.push({ at: start, text: `${awaitName}(` }, { at: node.expression.end, text: ')' });
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  insertions.sort((a, b) => a.at - b.at || (a.text === ')' ? -1 : 1) - (b.text === ')' ? -1 : 1));
  let out = '';
  let from = 0;
  for (const { at, text } of insertions) {
    out += js.slice(from, at) + text;
    from = at;
  }
  return out + js.slice(from);
}
