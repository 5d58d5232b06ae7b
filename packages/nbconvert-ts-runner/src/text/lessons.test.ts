import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findOrphans, findRoot, findTexts, selectTexts } from './lessons';

describe('the texts of a root', () => {
  let root: string;
  before(() => {
    root = mkdtempSync(join(tmpdir(), 'nbts-lessons-'));
    for (const folder of ['notebooks/src', 'solutions/src', 'exercises']) {
      mkdirSync(join(root, folder), { recursive: true });
    }
    for (const text of ['notebooks/src/1.10-a', 'notebooks/src/1.2-b', 'solutions/src/1.2-b']) {
      writeFileSync(join(root, `${text}.nb.ts`), '');
    }
    writeFileSync(join(root, 'exercises/0.9-gone.ipynb'), '');
  });
  after(() => {
    rmSync(root, { recursive: true });
  });

  it('are lessons, then solutions, in the order of the course', () => {
    assert.deepEqual(
      findTexts(root).map(({ text }) => text),
      ['notebooks/src/1.2-b.nb.ts', 'notebooks/src/1.10-a.nb.ts', 'solutions/src/1.2-b.nb.ts'],
    );
  });

  it('give one notebook for a lesson, two for solutions', () => {
    const [lesson, , solutions] = findTexts(root);
    assert.deepEqual(lesson?.notebooks, [{ path: 'notebooks/1.2-b.ipynb', edition: 'lesson' }]);
    assert.deepEqual(solutions?.notebooks, [
      { path: 'solutions/1.2-b.ipynb', edition: 'solution' },
      { path: 'exercises/1.2-b.ipynb', edition: 'student' },
    ]);
  });

  it('are chosen by the name of the lesson, or by the path of a text or a notebook', () => {
    const chosen = (...names: string[]) =>
      selectTexts(findTexts(root), names).map(({ text }) => text);
    assert.equal(chosen().length, 3);
    assert.deepEqual(chosen('1.2-b'), ['notebooks/src/1.2-b.nb.ts', 'solutions/src/1.2-b.nb.ts']);
    assert.deepEqual(chosen('./exercises/1.2-b.ipynb'), ['solutions/src/1.2-b.nb.ts']);
    assert.deepEqual(chosen(join(root, 'notebooks/src/1.10-a.nb.ts')), [
      'notebooks/src/1.10-a.nb.ts',
    ]);
    assert.throws(() => chosen('1.2'), /no text is called "1\.2"; there are: 1\.2-b, 1\.10-a/);
  });

  it('are found from any folder below', () => {
    assert.equal(findRoot(join(root, 'notebooks/src')), root);
  });

  it('tell which notebooks come from no text', () => {
    assert.deepEqual(findOrphans(root, findTexts(root)), ['exercises/0.9-gone.ipynb']);
  });
});
