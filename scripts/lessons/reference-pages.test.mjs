import assert from 'node:assert/strict';
import { readTables } from './read-tables.mjs';
import { referencePages } from './reference-pages.mjs';

const table = (heading, ...rows) =>
  ['', heading, '', ...rows, ''].map((line) => `// ${line}`.trim());
const glossary = (...rows) =>
  table('### Petit glossaire', '| Terme | En anglais | En une ligne |', '|---|---|---|', ...rows);
const notations = (...rows) => table('### Notations', '| Notation | Sens |', '|---|---|', ...rows);
const lesson = (name, ...lines) => readTables(name, lines.flat().join('\n'));

describe('the glossary and the notations', () => {
  const stride = '| pas | *stride* | l’avance de la fenêtre |';

  it('gather the tables of the lessons: terms by the alphabet, notations as they come', () => {
    const pages = referencePages([
      lesson('1.2-a', glossary('| noyau, filtre | *kernel* | les poids |', stride)),
      lesson('1.3-b', glossary('| Écart | *gap* | une distance |'), notations('| S | pas |')),
      lesson('1.4-c', notations('| $\\|x\\|$ | norme |', '| A | aire |')),
    ]);
    assert.deepEqual(rowsOf(pages['glossaire.nb.ts']), [
      '| Écart | *gap* | une distance | [1.3](1.3-b.ipynb) |',
      '| noyau, filtre | *kernel* | les poids | [1.2](1.2-a.ipynb) |',
      '| pas | *stride* | l’avance de la fenêtre | [1.2](1.2-a.ipynb) |',
    ]);
    assert.deepEqual(rowsOf(pages['notations.nb.ts']), [
      '| S | pas | [1.3](1.3-b.ipynb) |',
      '| $\\|x\\|$ | norme | [1.4](1.4-c.ipynb) |',
      '| A | aire | [1.4](1.4-c.ipynb) |',
    ]);
  });

  it('name both lessons where two say the same', () => {
    const pages = referencePages([
      lesson('1.2-a', glossary(stride)),
      lesson('1.3-b', glossary(stride)),
    ]);
    assert.match(
      pages['glossaire.nb.ts'],
      /\| \[1\.2\]\(1\.2-a\.ipynb\), \[1\.3\]\(1\.3-b\.ipynb\) \|/,
    );
  });

  it('refuse a term that two lessons define differently, also under one of its names', () => {
    const first = lesson('1.2-a', glossary('| noyau, filtre | *kernel* | les poids |'));
    const second = lesson('1.3-b', glossary('| filtre | *filter* | autre chose |'));
    assert.throws(() => referencePages([first, second]), {
      name: 'RangeError',
      message: /1\.2-a: noyau, filtre .*les poids\n.*1\.3-b: filtre .*autre chose/,
    });
  });

  it('let a letter stand for one thing here and another there', () => {
    const [n, other] = [notations('| N | taille |'), notations('| N | nombre |', '| N | taille |')];
    const pages = referencePages([lesson('1.2-a', n), lesson('1.3-b', other)]);
    assert.deepEqual(rowsOf(pages['notations.nb.ts']), [
      '| N | taille | [1.2](1.2-a.ipynb), [1.3](1.3-b.ipynb) |',
      '| N | nombre | [1.3](1.3-b.ipynb) |',
    ]);
  });

  it('pass over a lesson without tables', () => {
    assert.deepEqual(lesson('0.0-x', ['// # 0.0']), { lesson: '0.0-x', terms: [], notations: [] });
  });
});

const rowsOf = (text) =>
  text
    .split('\n')
    .filter((line) => line.startsWith('// |'))
    .slice(2)
    .map((line) => line.slice(3));
