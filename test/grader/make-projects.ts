/**
 * Writes test/grader/projects/STUDENT/PROJECT.ipynb: a good and a weak hand-in of each project, as examples of what the
 * rubrics give. What an instructor enters for them stands in projects.instructor.csv, what they earn in projects.test.ts.
 *
 *   node --import tsx test/grader/make-projects.ts
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as cnn from './make-projects/handmade-cnn';
import * as transfer from './make-projects/transfer-study';

interface Cell {
  cell_type: string;
  source: string | string[];
}

const root = join(__dirname, '..', '..');

for (const { lesson, good, weak } of [cnn, transfer]) {
  for (const [student, { changes, report }] of Object.entries({ bonne: good, faible: weak })) {
    const file = join(root, 'solutions', `${lesson}.ipynb`);
    const notebook = JSON.parse(readFileSync(file, 'utf8')) as { cells: Cell[] };
    const left = new Set(changes);
    const cells = notebook.cells.map((cell) => {
      if (cell.cell_type !== 'code') return cell;
      let source = [cell.source].flat().join('');
      source = source.replace(/^ *\/\/ (BEGIN|END) SOLUTION\n?/gm, '');
      for (const change of changes) {
        if (!source.includes(change[0])) continue;
        source = source.replace(...change);
        left.delete(change);
      }
      return { ...cell, source };
    });
    // An example must not become another because its solution was written anew.
    if (left.size > 0) throw new Error(`Cannot make ${student}: ${[...left][0]![0]} is not there.`);
    const more = report.map((source, i) => ({
      cell_type: 'markdown',
      id: `rapport-${i}`,
      metadata: {},
      source,
    }));
    const text = JSON.stringify({ ...notebook, cells: [...cells, ...more] }, null, 1);
    mkdirSync(join(__dirname, 'projects', student), { recursive: true });
    writeFileSync(join(__dirname, 'projects', student, `${lesson}.ipynb`), `${text}\n`);
  }
}
