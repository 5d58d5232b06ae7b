import assert from 'node:assert/strict';
import type { TextCell } from './model';
import { restoreStubs, withoutSolutions, withoutStubs } from './solution-blocks';

const answer = (source: string, more: Partial<TextCell> = {}): TextCell => ({
  kind: 'code',
  role: 'answer',
  exercise: 'conv1d',
  tags: [],
  source,
  ...more,
});

const SOLVED = [
  'function conv1d(x: number[]): number[] {',
  '  // BEGIN SOLUTION',
  '  return x.map((v) => v * secret);',
  '  // END SOLUTION',
  '}',
].join('\n');

const STUBBED = SOLVED.replace(
  '  // END SOLUTION',
  '  // END SOLUTION\n  // STUB| let y = 0;\n  // STUB|   y++;',
);

describe('a solution block', () => {
  it('becomes a stub that throws, at its indent, in the name of the exercise', () => {
    assert.equal(
      withoutSolutions(answer(SOLVED)),
      "function conv1d(x: number[]): number[] {\n  throw new Error('conv1d : à compléter.');\n}",
    );
  });

  it('becomes its own stub where // STUB| lines follow it', () => {
    assert.equal(
      withoutSolutions(answer(STUBBED)),
      'function conv1d(x: number[]): number[] {\n  let y = 0;\n    y++;\n}',
    );
  });

  it('stays in the solution edition, without its stub', () => {
    assert.equal(withoutStubs(STUBBED), SOLVED);
  });

  it('disappears from markdown', () => {
    const cell = answer(
      'avant\n<!-- BEGIN SOLUTION -->\nla réponse\n<!-- END SOLUTION -->\naprès',
      { kind: 'markdown' },
    );
    assert.equal(withoutSolutions(cell), 'avant\naprès');
  });

  it('may come several times in a cell, each with its own stub', () => {
    const two =
      'a\n// BEGIN SOLUTION\n1\n// END SOLUTION\nb\n// BEGIN SOLUTION\n2\n// END SOLUTION\n// STUB| c';
    assert.equal(
      withoutSolutions(answer(two)),
      "a\nthrow new Error('conv1d : à compléter.');\nb\nc",
    );
  });

  it('gets its stub back when it comes from a notebook', () => {
    assert.equal(
      restoreStubs(SOLVED.replace('v * secret', 'v'), STUBBED),
      STUBBED.replace('v * secret', 'v'),
    );
  });

  it('cannot get its stub back when the number of blocks changed', () => {
    assert.throws(
      () => restoreStubs('x;', STUBBED),
      /1 solution blocks.*the notebook has 0.*by hand/,
    );
  });

  it('is refused when its marks do not pair', () => {
    const cases: [string, RegExp][] = [
      ['// BEGIN SOLUTION\nx;', /never ended; add END SOLUTION/],
      ['x;\n// END SOLUTION', /without BEGIN SOLUTION/],
      ['// BEGIN SOLUTION\n// BEGIN SOLUTION\n// END SOLUTION', /inside a solution/],
      ['x;\n// STUB| y;', /STUB\| stands alone/],
    ];
    for (const [source, message] of cases) {
      assert.throws(() => withoutSolutions(answer(source)), { name: 'RangeError', message });
    }
  });

  it('is refused without exercise or stub: nobody could say what to complete', () => {
    assert.throws(() => withoutSolutions(answer(SOLVED, { exercise: undefined })), /add exercise=/);
  });
});
