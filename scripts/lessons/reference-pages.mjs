/** The glossary and the notations of the course, as texts that `nbts build` makes notebooks of. */

/** @typedef {import('./read-tables.mjs').LessonTables} LessonTables */

/**
 * The texts of the two pages, by file name.
 * @param {LessonTables[]} lessons in the order of the course
 * @returns {Record<string, string>}
 * @throws RangeError naming each term that two lessons define differently
 */
export function referencePages(lessons) {
  const { rows: terms, conflicts } = collect(lessons, 'terms', namesOf);
  // A letter may stand for something else in another lesson; a word may not.
  const { rows: notations } = collect(lessons, 'notations', (cells) => [String(cells)]);
  if (conflicts.length > 0) {
    throw new RangeError(
      `Cannot write the glossary: two lessons disagree; let one keep the row, or give both ` +
        `the same words.\n${conflicts.join('\n')}`,
    );
  }
  const alphabetical = [...terms].sort((a, b) => inFrench(a.cells[0], b.cells[0]));
  return {
    'glossaire.nb.ts': page({
      title: 'Glossaire',
      id: 'glossaire',
      intro: 'Les mots du cours, dans l’ordre alphabétique, et la leçon qui les explique.',
      head: ['Terme', 'En anglais', 'En une ligne', 'Leçon'],
      rows: alphabetical,
    }),
    'notations.nb.ts': page({
      title: 'Notations',
      id: 'notations',
      intro:
        'Les lettres et les signes du cours, dans l’ordre où les leçons les introduisent. Une lettre peut changer ' +
        'de sens d’une leçon à l’autre.',
      head: ['Notation', 'Sens', 'Leçon'],
      rows: notations,
    }),
  };
}

/** Every row once, with the lessons that have it, and what two lessons say differently. */
function collect(lessons, table, keysOf) {
  const rows = [];
  const known = new Map();
  const conflicts = [];
  for (const { lesson, [table]: given } of lessons) {
    for (const cells of given) {
      const names = keysOf(cells);
      const before = names.map((name) => known.get(name)).find((row) => row !== undefined);
      if (before === undefined) {
        const row = { cells, lessons: [lesson] };
        rows.push(row);
        for (const name of names) known.set(name, row);
      } else if (String(before.cells) === String(cells)) before.lessons.push(lesson);
      else conflicts.push(conflict(before, cells, lesson));
    }
  }
  return { rows, conflicts };
}

const conflict = (before, cells, lesson) =>
  `  ${before.lessons[0]}: ${before.cells.join(' | ')}\n  ${lesson}: ${cells.join(' | ')}`;

/** « noyau, filtre » is defined under both names. */
const namesOf = ([cell]) => cell.split(',').map((name) => name.trim().toLowerCase());

const inFrench = (a, b) => plain(a).localeCompare(plain(b), 'fr', { sensitivity: 'base' });
const plain = (cell) => cell.replace(/[*`$]/g, '');

function page({ title, id, intro, head, rows }) {
  const lines = [
    `# ${title}`,
    '',
    intro,
    '',
    tableRow(head),
    tableRow(head.map(() => '---')),
    ...rows.map(({ cells, lessons }) => tableRow([...cells, lessons.map(link).join(', ')])),
  ];
  return [
    '// ---',
    '// # Written by npm run build:notebooks from the tables of the lessons: mend those.',
    `// title: ${title}`,
    '// ---',
    `// %% [markdown] id=${id}`,
    ...lines.map((line) => `// ${line}`.trimEnd()),
    '',
  ].join('\n');
}

const tableRow = (cells) => `| ${cells.join(' | ')} |`;
const link = (lesson) => `[${lesson.split('-')[0]}](${lesson}.ipynb)`;
