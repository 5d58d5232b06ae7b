import assert from 'node:assert/strict';
import { sheetsOf, shortText } from './sheets';

const texts = (value: unknown): [string, string[][]][] =>
  sheetsOf(value).map(({ label, rows }) => [label, rows.map((row) => row.map((e) => e.text))]);

describe('sheetsOf()', () => {
  it('lays a volume [h][w][c] out as one matrix a channel', () => {
    assert.deepEqual(
      texts([
        [
          [1, 2],
          [3, 4],
        ],
      ]),
      [
        ['[·][·][0]', [['1', '3']]],
        ['[·][·][1]', [['2', '4']]],
      ],
    );
  });

  it('lays filters [h][w][c][k] out as one matrix for each c and k', () => {
    assert.deepEqual(
      texts([
        [
          [
            [1, 2],
            [3, 4],
          ],
        ],
      ]).map(([label]) => label),
      ['[·][·][0][0]', '[·][·][0][1]', '[·][·][1][0]', '[·][·][1][1]'],
    );
  });

  it('says how many slices it leaves out', () => {
    const sheets = texts([[Array.from({ length: 9 }, () => 0)]]);
    assert.equal(sheets.length, 7);
    assert.deepEqual(sheets[6], ['… et 3 autres', []]);
  });

  it('writes what is no grid in one cell', () => {
    assert.deepEqual(texts([[1], [2, 3]]), [['', [['[[1], [2, 3]]']]]]);
    assert.deepEqual(texts([{ a: 1, b: [2] }]), [['', [['{ a: 1, b: [2] }']]]]);
    assert.deepEqual(texts(undefined), [['', [['undefined']]]]);
  });

  it('lays an object of short parts out as one grid, and marks what differs', () => {
    const [sheet, ...others] = sheetsOf({ macs: 9, output: [5, 4] }, new Set(['output.1']));
    assert.deepEqual(sheet?.rows, [
      [
        { text: 'macs', differs: false },
        { text: '9', differs: false },
      ],
      [
        { text: 'output', differs: false },
        { text: '[5, 4]', differs: true },
      ],
    ]);
    assert.deepEqual(others, []);
  });

  it('lays an object out part by part, marks too, and a typed array as a vector', () => {
    assert.deepEqual(texts({ n: 1, dw: [[2], [3]] }), [
      ['n', [['1']]],
      ['dw', [['2'], ['3']]],
    ]);
    const marked = sheetsOf({ n: 1, dw: [[2], [3]] }, new Set(['dw.1,0']));
    assert.deepEqual(
      marked.map(({ rows }) => rows.flat().map(({ differs }) => differs)),
      [[false], [false, true]],
    );
    assert.deepEqual(texts(new Uint8Array([7, 8])), [['', [['7', '8']]]]);
  });
});

describe('shortText()', () => {
  it('writes at most ten digits', () => {
    assert.equal(shortText(0.1 + 0.2), '0.3');
    assert.equal(shortText(1 / 3), '0.3333333333');
    assert.equal(shortText(-12), '-12');
  });
});
