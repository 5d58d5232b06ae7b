/**
 * Writes test/grader/projects/STUDENT/P1-cnn-sans-bibliotheque.ipynb: a good and a weak project, as examples of what
 * the rubric gives. What an instructor enters for them stands in projects/instructor.csv, what they earn in
 * projects.test.ts.
 *
 *   node --import tsx test/grader/make-projects.ts
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

interface Cell {
  cell_type: string;
  id: string;
  source: string | string[];
  metadata: object;
  outputs?: unknown[];
  execution_count?: null;
}

const root = join(__dirname, '..', '..');
const lesson = 'P1-cnn-sans-bibliotheque';
const read = (folder: string): { cells: Cell[] } =>
  JSON.parse(readFileSync(join(root, folder, `${lesson}.ipynb`), 'utf8')) as { cells: Cell[] };
const textOf = ({ source }: Cell): string =>
  typeof source === 'string' ? source : source.join('');

/** The solved notebook without the marks around its answers, each cell changed, and some cells more. */
function handIn(student: string, change: (source: string) => string, report: string[]): void {
  const notebook = read('solutions');
  const cells = notebook.cells.map((cell) =>
    cell.cell_type === 'code'
      ? { ...cell, source: change(textOf(cell).replace(/^ *\/\/ (BEGIN|END) SOLUTION\n?/gm, '')) }
      : cell,
  );
  const more = report.map((source, i) => ({
    cell_type: 'markdown',
    id: `rapport-${i}`,
    metadata: {},
    source,
  }));
  mkdirSync(join(__dirname, 'projects', student), { recursive: true });
  writeFileSync(
    join(__dirname, 'projects', student, `${lesson}.ipynb`),
    `${JSON.stringify({ ...notebook, cells: [...cells, ...more] }, null, 1)}\n`,
  );
}

/** Replaces what must stand there, so that an example cannot become another without a word. */
const replacing =
  (pairs: readonly (readonly [from: string, to: string])[]) =>
  (source: string): string =>
    pairs.reduce((text, [from, to]) => text.replace(from, to), source);

handIn('bonne', (source) => source, [
  '**Expérience : le taux d’apprentissage.** 400 images, 4 passages, lots de 10, graines 1 à 5.\n\n' +
    '| Taux | Graines 1 à 5 | Moyenne |\n|---|---|---|\n' +
    '| 0,05, poids à l’échelle de He | 0,840 ; 0,865 ; 0,810 ; 0,850 ; 0,795 | 0,832 |\n' +
    '| 0,05, poids deux fois plus petits | 0,820 ; 0,830 ; 0,825 ; 0,835 ; 0,780 | 0,818 |\n' +
    '| 0,05, poids deux fois plus grands | 0,820 ; 0,840 ; 0,790 ; 0,590 ; 0,560 | 0,720 |\n\n' +
    'Entre les deux premières lignes, l’écart (1,4 point) est plus petit que ce qui sépare deux graines : je ne conclus ' +
    'rien. La troisième est plus basse et bien plus dispersée : deux graines sur cinq échouent.',
  '**Ce qui a été difficile.** Le pooling au retour : j’envoyais le gradient à une case que ReLU avait mise à zéro. La ' +
    'différence centrée sur `conv2` l’a montré, celle de `dense` était juste.',
]);

handIn(
  'faible',
  replacing([
    ['if (x[top][left][k] > 0) dx[top][left][k] += d;', 'dx[top][left][k] += d;'],
    ['convolveBackward(unpool(dPooled1, active1), input, { w: [], b: [] }, total.conv1);', ''],
    ['let learned = network;', 'let learned = initialise(seed);'],
    [
      "if (read?.format !== 'p1') throw new Error('load : ce texte n’a pas été écrit par save.');",
      '',
    ],
    ['if (!Number.isFinite(value)) throw', 'if (false) throw'],
  ]),
  ['Mon réseau marche bien, il apprend à lire les chiffres.'],
);
