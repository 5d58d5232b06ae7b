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

/** An `await` may stand anywhere in this; without it, `await (x)` would be read as a call. */
const asyncBody = 'async () => {';

/**
 * @param js a cell as it will run: its `await`s stand at the top, or in async functions
 * @returns the same with each `await` made cancellable, and whether one of them stands at the top: tslab
 *   overlooks one that is followed by a bracket
 * @example
 * cancellableAwaits('const a = await f(await g());').js // => 'const a = await __await(f(await __await(g())));'
 */
export function cancellableAwaits(js: string): { js: string; hasToplevelAwait: boolean } {
  if (!js.includes('await')) return { js, hasToplevelAwait: false };
  const wrapped = `${asyncBody}${js}\n}`;
  const { Latest } = ts.ScriptTarget;
  const file = ts.createSourceFile('cell.js', wrapped, Latest, false, ts.ScriptKind.JS);
  const insertions: { at: number; text: string }[] = [];
  let hasToplevelAwait = false;
  const visit = (node: Node, depth: number): void => {
    if (ts.isAwaitExpression(node)) {
      const start = node.expression.getStart(file);
      insertions.push({ at: start, text: `${awaitName}(` }, { at: node.expression.end, text: ')' });
      hasToplevelAwait ||= depth === 1; // inside our own wrapping, and no other function
    }
    ts.forEachChild(node, (child) => {
      visit(child, depth + (ts.isFunctionLike(node) ? 1 : 0));
    });
  };
  visit(file, 0);
  insertions.sort((a, b) => a.at - b.at || (a.text === ')' ? -1 : 1) - (b.text === ')' ? -1 : 1));
  let out = '';
  let from = asyncBody.length;
  for (const { at, text } of insertions) {
    out += wrapped.slice(from, at) + text;
    from = at;
  }
  return { js: out + wrapped.slice(from, asyncBody.length + js.length), hasToplevelAwait };
}
