import type { GroupedRow } from '../../../models/describe/by-block';
import type { Description } from '../../../models/describe/description';
import { cells, header, totalsText, words } from '../../../models/describe/table-text';
import { hairline, ink, softInk } from '../../paint/colours';
import { svgSheet, svgWords, textWidth } from '../../paint/svg';
import { SvgFigure } from '../../svg-figure';

const size = 11.5;
const rowHeight = 20;
const gap = 18;
const margin = 16;

/** The table as a picture: nothing in it unfolds. */
export function stillTable(
  described: Description,
  rows: readonly GroupedRow[],
  alt: string,
): SvgFigure {
  const table = [header, ...rows.map(cells)];
  const widths = header.map((_, i) =>
    Math.max(...table.map((row) => textWidth(row[i]!, size, true))),
  );
  const lefts = widths.map(
    (_, i) => margin + widths.slice(0, i).reduce((sum, width) => sum + width + gap, 0),
  );
  const wide = lefts.at(-1)! + widths.at(-1)! + margin;
  const top = 40;
  const foot = top + table.length * rowHeight;
  const rule = (y: number, colour: string) =>
    `<path d="M${margin} ${y}H${wide - margin}" stroke="${colour}"/>`;
  const parts = [
    svgWords(margin, 24, described.name, 14, ink, 'font-weight="bold"'),
    ...table.flatMap((row, r) => {
      const y = top + (r + 1) * rowHeight;
      const bold = r === 0 || rows[r - 1]!.inside.length > 0 ? 'font-weight="bold"' : '';
      return [
        ...row.map((cell, i) =>
          i < words
            ? svgWords(lefts[i]!, y - 6, cell, size, ink, i === 0 ? bold : r === 0 ? bold : '')
            : svgWords(
                lefts[i]! + widths[i]!,
                y - 6,
                cell,
                size,
                ink,
                `text-anchor="end" ${r === 0 ? bold : ''}`,
              ),
        ),
        rule(y, r === 0 || r === rows.length ? ink : hairline),
      ];
    }),
    ...totalsText(described.totals).map((line, i) =>
      svgWords(margin, foot + 22 + 17 * i, line, size, softInk),
    ),
  ];
  const view = { width: Math.ceil(wide), height: foot + 52 };
  return new SvgFigure(svgSheet(view, described.name, parts, alt), alt);
}
