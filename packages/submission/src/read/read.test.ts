import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Handout } from './handout';
import { readNotebook, type SubmittedCell } from './notebook';
import { planCells } from './plan-cells';

const bytes = (value: unknown): Buffer =>
  Buffer.from(typeof value === 'string' ? value : JSON.stringify(value));
const notebook = (cells: unknown): Buffer => bytes({ nbformat: 4, nbformat_minor: 5, cells });

describe('readNotebook()', () => {
  it('gives the cells, their sources joined, and nothing else', () => {
    const read = readNotebook(
      notebook([
        { cell_type: 'markdown', id: 'a', metadata: { x: 1 }, source: 'text' },
        { cell_type: 'code', id: 'b', source: ['const a = 1;\r\n', 'a'], outputs: ['anything'] },
        { cell_type: 'code', source: '' },
      ]),
    );
    assert.deepEqual(read, {
      ok: true,
      cells: [
        { kind: 'markdown', id: 'a', source: 'text', position: 1 },
        { kind: 'code', id: 'b', source: 'const a = 1;\na', position: 2 },
        { kind: 'code', source: '', position: 3 },
      ],
    });
  });

  const refusals: [string, Buffer, RegExp][] = [
    ['an empty file', Buffer.alloc(0), /vide/],
    ['a text', bytes('Bonjour'), /pas du JSON/],
    ['bytes that are no text', Buffer.from([0xff, 0xfe, 0x7b]), /pas du JSON/],
    ['other JSON', bytes([1, 2]), /pas de liste/],
    ['an old notebook', bytes({ nbformat: 3, worksheets: [] }), /format 4/],
    ['a cell of no known kind', notebook([{ cell_type: 'heading', source: '' }]), /cellule 1/],
    ['a source that is no text', notebook([{ cell_type: 'code', source: { a: 1 } }]), /cellule 1/],
    ['too many cells', notebook(Array(2001).fill({ cell_type: 'code', source: '' })), /2000/],
    ['too much source', notebook([{ cell_type: 'code', source: 'x'.repeat(1e6 + 1) }]), /1000001/],
    ['a deep nest of lists', bytes('['.repeat(1e6)), /JSON/],
  ];
  for (const [what, content, reason] of refusals) {
    it(`refuses ${what}, with a reason`, () => {
      const read = readNotebook(content);
      assert.ok(!read.ok);
      assert.match(read.reason, reason);
    });
  }

  it('never throws, whatever the bytes', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.uint8Array(),
          fc.json().map((text) => Buffer.from(text)),
        ),
        (content) => {
          readNotebook(Buffer.from(content));
        },
      ),
    );
  });
});

const assignment: Handout = {
  lesson: 'toy',
  title: 'Toy',
  exercises: ['f', 'g'].map((id) => ({
    id,
    title: id,
    points: 1,
    functions: [id],
    imports: [],
  })),
  cells: [
    { id: 'give1', role: 'given', source: 'given 1' },
    { id: 'ansf', role: 'answer', exercise: 'f', source: 'stub f' },
    { id: 'chkf', role: 'check', exercise: 'f', source: 'check f' },
    { id: 'give2', role: 'given', source: 'given 2' },
    { id: 'try', role: 'free', source: 'try' },
    { id: 'ansg', role: 'answer', exercise: 'g', source: 'stub g' },
  ],
};

/** Cells written shortly: `id=source`, or a source alone for a cell without an id. */
const submitted = (...cells: string[]): SubmittedCell[] =>
  cells.map((text, index) => {
    const [, id, source = ''] = /^(?:(\w+)=)?(.*)$/.exec(text) ?? [];
    return { kind: 'code', ...(id !== undefined && { id }), source, position: index + 1 };
  });
const plan = (cells: SubmittedCell[]) => {
  const { cells: planned, answers } = planCells(assignment, cells);
  return { sources: planned.map(({ source }) => source), answers: Object.fromEntries(answers) };
};

describe('planCells()', () => {
  it('runs our given cells, the student’s answers and free cells, and no check', () => {
    const cells = submitted(
      'mine',
      'give1=hacked',
      'ansf=F',
      'chkf=hacked',
      'give2=x',
      'try=tried',
      'ansg=G',
    );
    assert.deepEqual(plan(cells), {
      sources: ['mine', 'given 1', 'F', 'given 2', 'tried', 'G'],
      answers: { f: 'found', g: 'found' },
    });
  });

  it('puts back given cells that were deleted, before what followed them', () => {
    assert.deepEqual(plan(submitted('ansf=F', 'ansg=G')).sources, ['given 1', 'F', 'given 2', 'G']);
  });

  it('follows the order of the submission', () => {
    assert.deepEqual(plan(submitted('give1=', 'give2=', 'ansg=G', 'ansf=F', 'last')).sources, [
      'given 1',
      'given 2',
      'G',
      'F',
      'last',
    ]);
  });

  it('tells an answer that is missing or as it was given', () => {
    assert.deepEqual(plan(submitted('ansf=stub f')).answers, { f: 'untouched', g: 'missing' });
  });

  it('takes neither of two different answers, and one of two that are the same', () => {
    const two = plan(submitted('ansf=good', 'ansf=bad', 'ansg=G', 'ansg=G'));
    assert.deepEqual(two.answers, { f: 'duplicated', g: 'found' });
    assert.deepEqual(two.sources, ['given 1', 'given 2', 'G']);
  });

  it('does not run an answer that is no longer code', () => {
    const cells = submitted('ansf=F', 'ansg=G').map((cell) =>
      cell.id === 'ansf' ? { ...cell, kind: 'markdown' as const } : cell,
    );
    assert.deepEqual(plan(cells), {
      sources: ['given 1', 'given 2', 'G'],
      answers: { f: 'not-code', g: 'found' },
    });
  });

  it('runs each given cell of ours exactly once, whatever was handed in', () => {
    const ids = fc.constantFrom(...assignment.cells.map(({ id }) => `${id}=x`), 'free', 'other=y');
    fc.assert(
      fc.property(fc.array(ids), (cells) => {
        const { sources } = plan(submitted(...cells));
        for (const given of ['given 1', 'given 2']) {
          assert.equal(sources.filter((source) => source === given).length, 1);
        }
        assert.ok(!sources.includes('check f'));
      }),
    );
  });
});
