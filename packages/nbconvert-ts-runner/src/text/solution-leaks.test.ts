import assert from 'node:assert/strict';
import { parsePercent } from './parse-percent';
import { assertNoSolutionText, findSolutionText } from './solution-leaks';

const TEXT = [
  '// %% role=given',
  'export const shared = publicHelper(1, 2);',
  '// %% role=answer exercise=f',
  'function f() {',
  '  // BEGIN SOLUTION',
  '  const shared = publicHelper(1, 2);',
  '  let n = 0;',
  "  return theAnswer('é') * 42;",
  '  // END SOLUTION',
  '}',
  '',
].join('\n');
const texts = [{ path: 'solutions/src/f.nb.ts', text: parsePercent(TEXT, 'f') }];
const leaks = (content: string) =>
  findSolutionText(texts, [{ path: 'exercises/f.ipynb', content }]).map(({ line }) => line);

describe('findSolutionText()', () => {
  it('finds a line of a solution in a notebook, however it is indented', () => {
    const notebook = JSON.stringify({
      cells: [{ source: ['function f() {\n', "\treturn  theAnswer('é') * 42;\n"] }],
    });
    assert.deepEqual(leaks(notebook), ["return theAnswer('é') * 42;"]);
  });

  it('finds it in the strings of public cases and in plain files', () => {
    assert.equal(
      leaks(JSON.stringify({ hint: "écrivez return theAnswer('é') * 42; ici" })).length,
      1,
    );
    assert.equal(leaks("# return theAnswer('é') * 42;").length, 1);
  });

  it('lets short lines and lines that are public anyway pass', () => {
    assert.deepEqual(leaks('let n = 0;\nconst shared = publicHelper(1, 2);'), []);
  });
});

describe('assertNoSolutionText()', () => {
  it('names the file, the line and the text it comes from', () => {
    const files = [{ path: 'exercises/f.ipynb', content: "return theAnswer('é') * 42;" }];
    assert.throws(() => {
      assertNoSolutionText(texts, files);
    }, /exercises\/f\.ipynb: holds a line of a solution of solutions\/src\/f\.nb\.ts: "return theAnswer/);
    assert.doesNotThrow(() => {
      assertNoSolutionText(texts, []);
    });
  });
});
