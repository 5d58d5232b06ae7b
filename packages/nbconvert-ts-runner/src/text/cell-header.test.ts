import assert from 'node:assert/strict';
import { isCellHeader, parseHeader, printHeader } from './cell-header';

describe('a cell header', () => {
  it('holds kind, id, role, exercise, items and tags', () => {
    assert.deepEqual(
      parseHeader(
        '// %% id=c3d4e5f6 role=answer exercise=conv1d items=31-39,45 tags=a,raises-exception',
      ),
      {
        kind: 'code',
        id: 'c3d4e5f6',
        role: 'answer',
        exercise: 'conv1d',
        items: '31-39,45',
        tags: ['a', 'raises-exception'],
      },
    );
  });

  it('is printed with its attributes in one order', () => {
    const header = parseHeader('// %% tags=t items=45 role=check id=a1 exercise=f');
    assert.equal(printHeader(header), '// %% id=a1 role=check exercise=f items=45 tags=t');
  });

  it('quotes tags that hold blanks', () => {
    const line = '// %% [markdown] tags="deux mots,trois \\"petits\\" mots"';
    assert.deepEqual(parseHeader(line).tags, ['deux mots', 'trois "petits" mots']);
    assert.equal(printHeader(parseHeader(line)), line);
  });

  it('starts in the first column and ends at a blank', () => {
    assert.deepEqual(
      ['// %%', '// %% id=a', '//%% id=a', ' // %%', '// %%x', '// %'].map(isCellHeader),
      [true, true, true, false, false, false],
    );
  });

  it('is refused with what was found and what is allowed', () => {
    const cases: [string, RegExp][] = [
      ['role=teacher', /role "teacher" is unknown; use one of given, answer, check, free/],
      ['id=a.b', /id="a\.b" is not valid; use letters, digits/],
      ['items=12-', /items="12-" is not valid; use numbers and ranges/],
      ['exercise=conv-1d', /exercise="conv-1d" is not valid; use the name of/],
      ['tags=a,,b', /empty tag; separate tags by one comma/],
      ['[md]', /kind of cell \[md\] is unknown; use \[markdown\]/],
      ['given', /"given" is no attribute; write key=value|attribute "given"/],
      ['id=a id=b', /attribute "id" is given twice; keep one/],
      ['tags="a', /no quoted value|attribute/],
    ];
    for (const [words, message] of cases) {
      assert.throws(() => parseHeader(`// %% ${words}`), { name: 'RangeError', message });
    }
  });
});
