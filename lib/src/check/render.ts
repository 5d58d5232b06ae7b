import type { MimeBundle } from '../display';
import type { Example, Help, Panel, Report } from './report';
import type { Entry, Sheet } from './sheets';

/** A report as a notebook shows it: a table, and the same in plain text. Readable without colour. */
export function renderReport(report: Report): MimeBundle {
  return { 'text/html': html(report), 'text/plain': text(report) };
}

/** A single message, framed like a report. */
export function renderMessage(title: string, ...sentences: string[]): MimeBundle {
  return renderReport({ ok: false, title, rows: [], notes: sentences, example: null, help: null });
}

/** Prose in markdown, set off from what stands around it. */
export function renderProse(markdown: string): MimeBundle {
  return { 'text/markdown': markdown, 'text/plain': markdown };
}

const passedWord = '✓ réussi';
const failedWord = '✗ échoué';
const differsMark = '≠';
const marksLegend = `${differsMark} marque ce qui diffère.`;
const slicesLegend = 'Dans [·][·][0], les points tiennent la place de la ligne et de la colonne.';

// --- Plain text -------------------------------------------------------------------------------

function text(report: Report): string {
  const lines = [`${report.ok ? '✓' : '✗'} ${report.title}`];
  for (const row of report.rows) {
    lines.push(`  ${row.ok ? passedWord : failedWord}  ${row.name} : ${row.reason}`);
  }
  lines.push(...report.notes);
  if (report.example !== null) {
    const { name, call, inputs, answers } = report.example;
    lines.push('', `À regarder d’abord : ${name}`, `  ${call}`);
    if (inputs.length > 0) lines.push(...sideBySide(inputs));
    lines.push(...sideBySide(answers));
    lines.push(...legends(report.example).map((legend) => `  (${legend})`));
  }
  if (report.help !== null) lines.push('', ...helpText(report.help));
  return frenchSpaces(lines.join('\n'));
}

function helpText({ section, hint }: Help): string[] {
  return [
    ...(section === null ? [] : [`À relire : leçon ${section.lesson}, « ${section.title} ».`]),
    ...(hint === null ? [] : [`Pour un indice : ${hint}`]),
  ];
}

/** Panels next to each other, each as wide as its widest line. */
function sideBySide(panels: readonly Panel[]): string[] {
  const blocks = panels.map(({ title, sheets }) => [
    `${title} :`,
    ...sheets.flatMap((sheet) => [...(sheet.label ? [sheet.label] : []), ...aligned(sheet)]),
  ]);
  const widths = blocks.map((block) => Math.max(...block.map((line) => line.length)));
  const height = Math.max(...blocks.map((block) => block.length));
  return Array.from({ length: height }, (_, row) =>
    `  ${blocks.map((block, i) => (block[row] ?? '').padEnd(widths[i]!)).join('    ')}`.trimEnd(),
  );
}

function aligned(sheet: Sheet): string[] {
  const rows = sheet.rows.map((row) => row.map(marked));
  const width = Math.max(
    0,
    ...rows
      .filter((row) => row.length > 1)
      .flat()
      .map((t) => t.length),
  );
  return rows.map((row) => row.map((entry) => entry.padStart(width)).join(' '));
}

const marked = (entry: Entry): string =>
  entry.differs ? `${differsMark}${entry.text}` : entry.text;

/** What the reader must be told to read an example's grids. */
function legends({ inputs, answers }: Example): string[] {
  const all = [...inputs, ...answers].flatMap(({ sheets }) => sheets);
  return [
    ...(all.some(({ rows }) => rows.flat().some((entry) => entry.differs)) ? [marksLegend] : []),
    ...(all.some(({ label }) => label.includes('[·]')) ? [slicesLegend] : []),
  ];
}

// --- HTML -------------------------------------------------------------------------------------

const left = 'text-align: left; vertical-align: top';

function html(report: Report): string {
  const parts = [`<p><strong>${report.ok ? '✓' : '✗'} ${escape(report.title)}</strong></p>`];
  if (report.rows.length > 0) {
    const rows = report.rows.map(
      (row) =>
        `<tr><td style="${left}">${escape(row.name)}</td>` +
        `<td style="${left}; white-space: nowrap">${row.ok ? passedWord : failedWord}</td>` +
        `<td style="${left}">${escape(row.reason)}</td></tr>`,
    );
    const head = ['Cas', 'Résultat', 'Détail'].map(
      (title) => `<th scope="col" style="${left}">${title}</th>`,
    );
    parts.push(
      `<table><thead><tr>${head.join('')}</tr></thead><tbody>${rows.join('')}</tbody></table>`,
    );
  }
  parts.push(...report.notes.map((note) => `<p>${escape(note)}</p>`));
  if (report.example !== null) {
    const { name, call, inputs, answers } = report.example;
    parts.push(
      `<p><strong>À regarder d’abord : ${escape(name)}</strong><br><code>${escape(call)}</code></p>`,
      panelsHtml(inputs),
      panelsHtml(answers),
      ...legends(report.example).map((legend) => `<p>${legend}</p>`),
    );
  }
  if (report.help !== null) parts.push(helpHtml(report.help));
  return frenchSpaces(`<div class="convolab-check">${parts.join('')}</div>`);
}

/** Lessons lie beside the folder of the exercises: work/lecons, work/exercices. */
function helpHtml({ section, hint }: Help): string {
  const parts: string[] = [];
  if (section !== null) {
    const { lesson, title } = section;
    parts.push(
      `À relire : <a href="../lecons/${escape(lesson)}.ipynb">leçon ${escape(lesson)}</a>, « ${escape(title)} ».`,
    );
  }
  if (hint !== null) parts.push(`Pour un indice : <code>${escape(hint)}</code>`);
  return `<p>${parts.join('<br>')}</p>`;
}

function panelsHtml(panels: readonly Panel[]): string {
  if (panels.length === 0) return '';
  const cells = panels.map(({ title, sheets }) => {
    const grids = sheets.map(sheetHtml).join('');
    return `<td style="${left}"><strong>${escape(title)}</strong>${grids}</td>`;
  });
  return `<table><tbody><tr>${cells.join('')}</tr></tbody></table>`;
}

function sheetHtml(sheet: Sheet): string {
  const label = sheet.label === '' ? '' : `<div>${escape(sheet.label)}</div>`;
  const rows = sheet.rows.map((row) => `<tr>${row.map(entryHtml).join('')}</tr>`).join('');
  return rows === '' ? label : `${label}<table><tbody>${rows}</tbody></table>`;
}

function entryHtml(entry: Entry): string {
  const text = escape(marked(entry));
  return `<td>${entry.differs ? `<strong><mark>${text}</mark></strong>` : text}</td>`;
}

const escapes: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Names, messages and values may hold anything a student wrote: none of it is markup. */
export function escape(raw: string): string {
  return raw.replace(/[&<>"']/g, (character) => escapes[character]!);
}

/** French typography: the spaces before `: ; ? !` and inside « » do not break. */
export const frenchSpaces = (raw: string): string =>
  raw.replace(/ (?=[:;?!»](?:\s|$|<|[).,]))/g, '\u00a0').replace(/« /g, '«\u00a0');
