/** The French that a notebook shows: what of its cells is language, and where it stands. */
import type { ICell, INotebookContent } from '@jupyterlab/nbformat';
import { sourceOf } from '../lesson-cells';
import { readCode } from './code-strings';

/** A piece of French, on one line, and the cell it stands in. */
export interface Passage {
  cell: string;
  text: string;
}

/** What stands in place of code, formulas and addresses: a sign that is neither a letter nor a space. */
const hole = '\u25a1';

/** The prose of a notebook, line by line, with holes where there is something else. */
export function proseLines({ cells }: INotebookContent): Passage[] {
  return cells
    .filter(({ cell_type: type }) => type === 'markdown')
    .flatMap((cell) => lines(cell, onlyProse(sourceOf(cell))));
}

/** What its code says: comments, but not lines of code kept as one, and strings. */
export function codeLines({ cells }: INotebookContent): Passage[] {
  return cells
    .filter(({ cell_type: type }) => type === 'code')
    .flatMap((cell) => {
      const comments = [...sourceOf(cell).matchAll(/(?:^|\s)\/\/ (.*[^;\n])$/gm)];
      const said = comments.map(([, comment = '']) => comment);
      return lines(cell, [...said, ...readCode(sourceOf(cell)).sentences].join('\n'));
    });
}

/** What the code of a notebook calls things, keywords included: its comments and strings may name them. */
export function namesInCode({ cells }: INotebookContent): Set<string> {
  const code = cells.filter(({ cell_type: type }) => type === 'code').map(sourceOf);
  return new Set(code.flatMap((source) => [...readCode(source).names]));
}

function lines(cell: ICell, text: string): Passage[] {
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => ({ cell: cell['id'] as string, text: line }));
}

function onlyProse(markdown: string): string {
  return markdown
    .replace(/^```[\s\S]*?^```$/gm, hole)
    .replace(/<!--[\s\S]*?-->/g, hole)
    .replace(/(`+)[\s\S]*?\1/g, hole)
    .replace(/\$\$[\s\S]*?\$\$/g, hole)
    .replace(/\$(?:\\.|[^$\\\n])+\$/g, hole)
    .replace(/\]\([^)\s]*\)/g, ']')
    .replace(/<https?:[^>]*>/g, hole)
    .replace(/<\/?[a-z][^>]*>/gi, hole)
    .replace(/^\|[-:| ]+\|$/gm, '')
    .replace(/^(?:> ?|#{1,6} |- |\d+\. | )+/gm, '');
}
