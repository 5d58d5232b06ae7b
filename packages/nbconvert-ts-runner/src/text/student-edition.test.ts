import fc from 'fast-check';
import assert from 'node:assert/strict';
import type { TextCell } from './model';
import { studentCells } from './student-edition';

const cell = (id: string, source: string, more: Partial<TextCell> = {}): TextCell => ({
  kind: 'code',
  id,
  tags: [],
  source,
  ...more,
});

describe('studentCells()', () => {
  it('begins with a notice in French that names the text it is generated from', () => {
    const notice = studentCells([], 'solutions/src/1.2-convolution.nb.ts').at(0);
    assert.equal(notice?.kind, 'markdown');
    assert.match(
      notice.source,
      /`nbts build` le réécrit.*solutions\/src\/1\.2-convolution\.nb\.ts/s,
    );
  });

  it('keeps ids, attributes and everything that is no solution', () => {
    const given = cell('a1', 'const x = 1;', { role: 'given', items: '31-39', tags: ['t'] });
    assert.deepEqual(studentCells([given], 't').slice(1), [given]);
  });

  it('drops a markdown cell that was all solution', () => {
    const all = '<!-- BEGIN SOLUTION -->\nla réponse\n<!-- END SOLUTION -->';
    assert.deepEqual(studentCells([cell('a1', all, { kind: 'markdown' })], 't').slice(1), []);
  });

  it('holds no line of a solution, wherever the blocks stand', () => {
    const lines = fc.array(fc.constantFrom('const a = 1;', '', '  b();', '// c'), { maxLength: 4 });
    const block = fc.record({
      before: lines,
      secret: fc.array(fc.nat().map((n) => `secret${String(n)};`)),
    });
    fc.assert(
      fc.property(fc.array(block), (blocks) => {
        const source = blocks
          .flatMap(({ before, secret }) => [
            ...before,
            '// BEGIN SOLUTION',
            ...secret,
            '// END SOLUTION',
          ])
          .join('\n');
        const student = studentCells([cell('a1', source, { exercise: 'f' })], 't');
        assert.ok(!JSON.stringify(student).includes('secret'));
        assert.equal(student[1]?.source.split('compléter').length, blocks.length + 1);
      }),
    );
  });
});
