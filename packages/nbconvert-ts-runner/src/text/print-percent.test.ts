import fc from 'fast-check';
import assert from 'node:assert/strict';
import { trimBlankLines } from './blank-lines';
import type { TextCell } from './model';
import { parsePercent } from './parse-percent';
import { printCell, printFrontMatter, printPercent } from './print-percent';
import { anyCells } from './testing/any-cells';

const code = (source: string): TextCell => ({ kind: 'code', id: 'a1', tags: [], source });

describe('printPercent()', () => {
  it('puts one blank line between cells and none at the end', () => {
    const head = printFrontMatter('title: T\n');
    const text = printPercent(head, [code('x;'), code('y;')]);
    assert.equal(text, '// ---\n// title: T\n// ---\n\n// %% id=a1\nx;\n\n// %% id=a1\ny;\n');
  });

  it('escapes a line that would start a cell, once more each time', () => {
    assert.equal(printCell(code('// %% x\n// \\%% y')), '// %% id=a1\n// \\%% x\n// \\\\%% y\n');
  });

  it('then parsePercent() gives back the same cells, whatever they hold', () => {
    fc.assert(
      fc.property(anyCells, (cells) => {
        const text = printPercent(printFrontMatter('title: T'), cells);
        const again = parsePercent(text, 'x').cells.map(
          ({ raw: _raw, line: _line, ...cell }) => cell,
        );
        assert.deepEqual(again, cells.map(normal));
      }),
    );
  });

  it('is the identity on what it printed', () => {
    fc.assert(
      fc.property(anyCells, (cells) => {
        const text = printPercent(printFrontMatter('title: T'), cells);
        const { head, cells: parsed } = parsePercent(text, 'x');
        assert.equal(printPercent(head.trimEnd() + '\n', parsed), text);
      }),
    );
  });
});

/** Blank lines around code are no content. */
function normal(cell: TextCell): TextCell {
  if (cell.kind !== 'code') return cell;
  return { ...cell, source: trimBlankLines(cell.source.split('\n')).join('\n') };
}
