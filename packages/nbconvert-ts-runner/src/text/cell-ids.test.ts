import assert from 'node:assert/strict';
import { giveCellIds, rawText } from './cell-ids';
import { parsePercent } from './parse-percent';

describe('giveCellIds()', () => {
  const text =
    '// ---\n// title: T\n// ---\n// %% role=given\nlet x;\n\n\n// %% [markdown] id=old\n// a\n';

  it('writes an id into the headers that have none and changes nothing else', () => {
    const given = giveCellIds(parsePercent(text, 'x'));
    const id = given.cells[0]?.id ?? '';
    assert.match(id, /^[a-z0-9]{8}$/);
    assert.equal(rawText(given), text.replace('// %% role=given', `// %% id=${id} role=given`));
  });

  it('gives other ids to the same text each time: they are not derived from it', () => {
    const [first, second] = [0, 1].map(() => giveCellIds(parsePercent(text, 'x')).cells[0]?.id);
    assert.notEqual(first, second);
  });

  it('gives none twice', () => {
    const many = giveCellIds(parsePercent('// %%\n'.repeat(500), 'x')).cells.map(({ id }) => id);
    assert.equal(new Set(many).size, 500);
  });
});
