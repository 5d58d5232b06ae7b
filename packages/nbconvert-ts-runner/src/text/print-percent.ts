import { trimBlankLines } from './blank-lines';
import { escapeLine, printHeader } from './cell-header';
import type { TextCell } from './model';

/**
 * Prints one cell: header, then its lines, each ended by `\n`; markdown stands behind `// `.
 * @example printCell({ kind: 'markdown', id: 'a1', tags: [], source: '# Titre' }) === '// %% [markdown] id=a1\n// # Titre\n'
 */
export function printCell(cell: TextCell): string {
  const lines = cell.source === '' ? [] : cell.source.split('\n');
  const body = cell.kind === 'code' ? trimBlankLines(lines) : lines.map(comment);
  return joinLines([printHeader(cell), ...body.map(escapeLine)]);
}

/** Prints front matter: YAML behind `// `, between two `// ---` lines. */
export function printFrontMatter(yaml: string): string {
  return joinLines(['// ---', ...yaml.trimEnd().split('\n').map(comment), '// ---']);
}

/**
 * Prints a whole text, one blank line between its parts.
 * @param head what stands before the first cell, as `ParsedText.head` keeps it
 */
export function printPercent(head: string, cells: TextCell[]): string {
  return [head, ...cells.map(printCell)].filter((part) => part !== '').join('\n');
}

function comment(line: string): string {
  return line === '' ? '//' : `// ${line}`;
}

function joinLines(lines: string[]): string {
  return lines.map((line) => `${line}\n`).join('');
}
