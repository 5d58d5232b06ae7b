import assert from 'node:assert/strict';
import { changes, shadows } from './changes';
import type { Handout } from './handout';
import type { SubmittedCell } from './notebook';

const handout: Handout = {
  lesson: 'toy',
  title: 'Toy',
  exercises: [
    { id: 'f', title: 'F', points: 1, functions: ['f'], fixtures: ['data'], imports: [] },
  ],
  cells: [
    { id: 'give', role: 'given', source: 'const data = 1;\ndata;' },
    { id: 'answer', role: 'answer', exercise: 'f', source: 'stub' },
    { id: 'check', role: 'check', exercise: 'f', source: 'check' },
    { id: 'free', role: 'free', source: 'try' },
  ],
};
const cell = (id: string, source: string, position = 1): SubmittedCell => ({
  kind: 'code',
  id,
  source,
  position,
});
const untouched = handout.cells.map(({ id, source }, index) => cell(id, source, index + 1));
const replaced = (...cells: SubmittedCell[]): SubmittedCell[] =>
  untouched.map((own) => cells.find(({ id }) => id === own.id) ?? own);

describe('changes()', () => {
  it('says nothing of what is the student’s own, or of blanks', () => {
    const written = replaced(cell('answer', 'mine'), cell('check', 'f(1)'), cell('free', ''));
    assert.deepEqual(changes(handout, written), []);
    assert.deepEqual(changes(handout, replaced(cell('give', 'const data = 1;\ndata;\n\n'))), []);
  });

  it('names a given cell that was changed, deleted, or turned into text', () => {
    assert.match(changes(handout, replaced(cell('give', 'x', 7))).join(), /cellule 7, donnée/);
    const text: SubmittedCell = { ...untouched[0]!, kind: 'markdown' };
    assert.match(changes(handout, replaced(text)).join(), /cellule 1, donnée/);
    const gone = untouched.filter(({ id }) => id !== 'give');
    assert.match(changes(handout, gone).join(), /n’est plus là \(« const data = 1; »\)/);
  });

  it('says that a check cell that is gone costs nothing', () => {
    const gone = untouched.filter(({ id }) => id !== 'check');
    assert.match(changes(handout, gone).join(), /« check » de f .* ne coûte rien/);
  });
});

describe('shadows()', () => {
  it('names a cell of the student’s that redefines what a case passes in, and no other', () => {
    assert.deepEqual(shadows(handout, untouched), []);
    const used = cell('free', 'const database = data;\n  const data = 2; // in a block', 4);
    assert.deepEqual(shadows(handout, replaced(used)), []);
    const shadow = cell('free', 'f(1);\nfunction data(): number { return 2; }', 4);
    assert.match(
      shadows(handout, replaced(shadow)).join(),
      /cellule 4 redéfinit « data », .* de f /,
    );
  });
});
