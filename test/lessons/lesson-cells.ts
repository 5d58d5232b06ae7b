/** What the cells of a lesson are, for tests of its form. */
import type { ICell, INotebookContent } from '@jupyterlab/nbformat';

export const sourceOf = ({ source }: ICell): string =>
  Array.isArray(source) ? source.join('') : source;

/** The part that a cell's metadata keep for us. */
export function roleOf({ metadata }: ICell): string | undefined {
  return (metadata['convolab'] as { role?: string } | undefined)?.role;
}

/** Is it a cell whose code JupyterLab hides until one clicks on it? */
export function isFolded({ metadata }: ICell): boolean {
  return (metadata['jupyter'] as { source_hidden?: boolean } | undefined)?.source_hidden === true;
}

/** A question: `const NAME: TYPE | null = null;` in a cell, and how a later cell checks it. */
export interface Question {
  name: string;
  cell: ICell;
  /** The cell in front of it, which asks. */
  asked: string;
  /** Text of the later cell that checks it; undefined when none does. */
  check: string | undefined;
  /** The cells between the two: what is read before the verdict. */
  between: ICell[];
}

export function predictionsOf({ cells }: INotebookContent): Question[] {
  return cells.flatMap((cell, index) => {
    if (cell.cell_type !== 'code') return [];
    const names = [...sourceOf(cell).matchAll(/\bconst (\w+)\s*:[^;=]*\|\s*null\s*=\s*null\b/g)];
    const later = cells.slice(index + 1);
    return names.map(([, name = '']) => {
      const checks = new RegExp(`\\bcheckPrediction\\(\\s*${name}\\b`);
      const checkAt = later.findIndex((one) => checks.test(sourceOf(one)));
      return {
        name,
        cell,
        asked: index === 0 ? '' : sourceOf(cells[index - 1]!),
        check: checkAt === -1 ? undefined : sourceOf(later[checkAt]!),
        between: later.slice(0, Math.max(0, checkAt)),
      };
    });
  });
}

/** The markdown of a lesson, one text. */
export const proseOf = ({ cells }: INotebookContent): string =>
  cells
    .filter(({ cell_type: type }) => type === 'markdown')
    .map(sourceOf)
    .join('\n\n');

/** The lines of the section that begins with this heading, up to the next heading of any level. */
export function section(prose: string, heading: string): string | undefined {
  const [, after] = prose.split(new RegExp(`^${heading}$`, 'm'));
  return after?.split(/^#{1,6} /m)[0];
}

/** The rows of the first table of a text, head and rule left out. */
export function tableRows(text: string): string[][] {
  const lines = text.split('\n').filter((line) => line.startsWith('|'));
  return lines.slice(2).map((line) =>
    line
      .replace(/^\||\|$/g, '')
      .split(/(?<!\\)\|/)
      .map((cell) => cell.trim()),
  );
}
