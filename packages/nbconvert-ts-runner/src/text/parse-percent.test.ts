import assert from 'node:assert/strict';
import { parsePercent } from './parse-percent';

const parse = (...lines: string[]) => parsePercent(lines.join('\n') + '\n', 'x.nb.ts');
const sources = (...lines: string[]) => parse(...lines).cells.map((cell) => cell.source);

describe('parsePercent()', () => {
  it('reads front matter, a markdown cell and a code cell', () => {
    const text = parse(
      '// ---',
      '// title: La convolution',
      '// ---',
      '// %% [markdown] id=a1b2c3',
      '// # Titre',
      '//',
      '// Texte.',
      '// %% id=b2c3d4 role=given',
      'const x = 1;',
    );
    assert.equal(text.yaml, 'title: La convolution');
    assert.deepEqual(
      text.cells.map(({ kind, id, role, source }) => ({ kind, id, role, source })),
      [
        { kind: 'markdown', id: 'a1b2c3', role: undefined, source: '# Titre\n\nTexte.' },
        { kind: 'code', id: 'b2c3d4', role: 'given', source: 'const x = 1;' },
      ],
    );
  });

  it('takes blank lines around a body as separation, within it as content', () => {
    assert.deepEqual(sources('// %%', '', 'a;', '', '', 'b;', '', '// %%', 'c;'), [
      'a;\n\n\nb;',
      'c;',
    ]);
  });

  it('reads a cell without lines as empty', () => {
    assert.deepEqual(sources('// %%', '// %% [markdown]', '// %%'), ['', '', '']);
  });

  it('reads CRLF and a byte order mark as if they were not there', () => {
    const windows = '\uFEFF// %% id=a1\r\nconst x = 1;\r\nconst y = 2;\r\n';
    assert.equal(parsePercent(windows, 'x').cells[0]?.source, 'const x = 1;\nconst y = 2;');
  });

  it('keeps indented // %% and // %%time as code', () => {
    assert.deepEqual(sources('// %%', '  // %% a', '// %%time'), ['  // %% a\n// %%time']);
  });

  it('reads \\%% at the start of a comment as %%, in code and in markdown', () => {
    assert.deepEqual(sources('// %%', '// \\%% not a cell', '// %% [markdown]', '// \\%% 10 %'), [
      '// %% not a cell',
      '%% 10 %',
    ]);
  });

  it('keeps code fences of markdown, and what looks like a cell inside them', () => {
    assert.deepEqual(sources('// %% [markdown]', '// ```ts', '// // %% x', '// ```'), [
      '```ts\n// %% x\n```',
    ]);
  });

  it('accepts an empty text', () => {
    assert.deepEqual(parsePercent('', 'x'), { head: '', yaml: '', cells: [] });
  });

  it('names the line of what it cannot read, and what to do', () => {
    const cases: [string[], RegExp][] = [
      [['const x = 1;'], /^TextError: x\.nb\.ts:1: text stands before the first cell; begin with/],
      [['// ---', '// a: 1', '// %%'], /x\.nb\.ts:1: front matter is never closed; end it with/],
      [['// ---', '// ---', 'x;', '// %%'], /x\.nb\.ts:3: text stands before the first cell/],
      [
        ['// %%', '', '// %% [markdown]', '', 'Bonjour'],
        /x\.nb\.ts:5: markdown cell: a line does not begin with \/\/ \(found "Bonjour"\)/,
      ],
      [
        ['// %%', '// %% rôle=given'],
        /x\.nb\.ts:2: header of a cell: attribute "rôle" is unknown; the known ones are/,
      ],
    ];
    for (const [lines, message] of cases) {
      assert.throws(
        () => parse(...lines),
        (error) => message.test(String(error)) || assert.fail(String(error)),
      );
    }
  });
});
