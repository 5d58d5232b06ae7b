import fc from 'fast-check';
import assert from 'node:assert/strict';
import { notebookToJson } from './notebook-json';
import { splitLines } from './split-lines';

const anyPiece = fc.constantFrom(
  'a',
  'é',
  '\r',
  '\n',
  '\r\n',
  '\v',
  '\x1c',
  '\x85',
  '\u2028',
  '😀',
);

describe('splitLines()', () => {
  it('cuts after each line end and adds none', () => {
    assert.deepEqual(splitLines('a\n\nb'), ['a\n', '\n', 'b']);
    assert.deepEqual(splitLines('a\n'), ['a\n']);
    assert.deepEqual(splitLines(''), []);
  });

  it("cuts where Python's splitlines does", () => {
    assert.deepEqual(splitLines('a\r\nb\rc\vd\u2028e\x85f'), [
      'a\r\n',
      'b\r',
      'c\v',
      'd\u2028',
      'e\x85',
      'f',
    ]);
  });

  it('gives pieces that join to the same text', () => {
    fc.assert(
      fc.property(fc.array(anyPiece), (pieces) => {
        assert.equal(splitLines(pieces.join('')).join(''), pieces.join(''));
      }),
    );
  });
});

describe('notebookToJson()', () => {
  it('sorts keys, indents by one blank, ends with a line end and splits text outputs', () => {
    const json = notebookToJson({
      nbformat: 4,
      nbformat_minor: 5,
      metadata: {},
      cells: [
        {
          source: 'é;\n',
          outputs: [
            { output_type: 'stream', name: 'stdout', text: '1\n2\n' },
            {
              output_type: 'display_data',
              metadata: {},
              data: { 'text/plain': 'a\nb', 'image/png': 'iVBO' },
            },
          ],
          metadata: {},
          id: 'a1',
          execution_count: 1,
          cell_type: 'code',
        },
      ],
    });
    assert.deepEqual(Object.keys(JSON.parse(json) as object), [
      'cells',
      'metadata',
      'nbformat',
      'nbformat_minor',
    ]);
    assert.match(
      json,
      /^\{\n "cells": \[\n {2}\{\n {3}"cell_type": "code",\n {3}"execution_count": 1,/,
    );
    assert.match(json, /"source": \[\n {4}"é;\\n"\n {3}\]/);
    assert.match(json, /"text": \[\n {6}"1\\n",\n {6}"2\\n"\n/);
    assert.match(json, /"image\/png": "iVBO",\n {6}"text\/plain": \[\n {7}"a\\n",\n {7}"b"\n/);
    assert.match(json, /\n\}\n$/);
  });
});
