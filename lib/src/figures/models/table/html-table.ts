import type { GroupedRow } from '../../../models/describe/by-block';
import type { Description } from '../../../models/describe/description';
import { cells, header, totalsText, words } from '../../../models/describe/table-text';
import { escaped } from '../../paint/svg';

/** Of the columns; all rows share them, however deep they lie. */
const columns = 'minmax(9em, 1fr) 13.4em 8.4em 6.8em 8.8em 3.4em 2.2em 5.4em';
const line = 'border-bottom: 1px solid rgba(128, 128, 128, 0.35)';
const indent = 1.1;
/** Room for the triangle of what unfolds, in front of every row. */
const triangle = 1.04;

/**
 * The table as a piece of a page. What stands inside a block unfolds by a click, or by the keyboard: the browser's
 * own `<details>`. Colours are the page's.
 */
export function htmlTable(described: Description, rows: readonly GroupedRow[]): string {
  return [
    `<div role="table" aria-label="${escaped(described.name)}" style="max-width: 840px; overflow-x: auto; font-size: 12.5px; line-height: 1.45">`,
    `<div><strong>${escaped(described.name)}</strong></div>`,
    gridRow(header, 0, 'columnheader', `font-weight: 600; ${line.replace('1px', '2px')}`),
    ...rows.map((row) => rowHtml(row, 0)),
    ...totalsText(described.totals).map((text) => `<div>${escaped(text)}</div>`),
    '</div>',
  ].join('');
}

function rowHtml(row: GroupedRow, depth: number): string {
  if (row.inside.length === 0) return gridRow(cells(row), depth, 'cell', line);
  const inside = row.inside.map((one) => rowHtml(one, depth + 1)).join('');
  const style = `display: inline-grid; margin-left: 0; width: calc(100% - ${triangle}em); vertical-align: top; font-weight: 600; ${line}`;
  return `<details><summary style="cursor: pointer">${gridRow(cells(row), depth, 'cell', style)}</summary>${inside}</details>`;
}

function gridRow(texts: readonly string[], depth: number, role: string, style: string): string {
  const spans = texts.map((text, i) => {
    const side = i < words ? 'left' : 'right';
    const pad = i === 0 ? `; padding-left: ${depth * indent}em; overflow-wrap: anywhere` : '';
    return `<span role="${role}" style="text-align: ${side}${pad}">${escaped(text)}</span>`;
  });
  return `<div role="row" style="display: grid; margin-left: ${triangle}em; grid-template-columns: ${columns}; column-gap: 0.6em; padding: 1px 0; ${style}">${spans.join('')}</div>`;
}
