import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const CLI = resolve(__dirname, '../cli.ts');
const LESSON = [
  '// ---',
  '// title: T',
  '// ---',
  '// %% id=c1',
  'const answer: number = 42;',
  'answer',
  '',
  '// %% id=c2',
  "console.log('é', answer);",
  '',
].join('\n');
const SOLUTION = [
  '// ---',
  '// title: T',
  '// exercises: [{id: f, title: F, points: 1}]',
  '// ---',
  '// %% role=answer exercise=f',
  'function f(): number {',
  '  // BEGIN SOLUTION',
  '  return 6 * 7 + Math.max(0, 0);',
  '  // END SOLUTION',
  '}',
  '',
].join('\n');

describe('nbts', function () {
  this.timeout(60_000);
  let root: string;
  const path = (name: string) => join(root, name);
  const read = (name: string) => readFileSync(path(name), 'utf8');
  const edit = (name: string, change: (content: string) => string) => {
    writeFileSync(path(name), change(read(name)));
  };
  const nbts = (...args: string[]) => {
    const child = spawnSync(
      process.execPath,
      ['--require', require.resolve('tsx/cjs'), CLI, ...args],
      {
        cwd: root,
        encoding: 'utf8',
      },
    );
    return { code: child.status, out: child.stdout, err: child.stderr };
  };

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'nbts-'));
    for (const folder of ['notebooks/src', 'solutions/src', 'exercises']) {
      mkdirSync(path(folder), { recursive: true });
    }
    writeFileSync(path('notebooks/src/l.nb.ts'), LESSON);
  });
  afterEach(() => {
    rmSync(root, { recursive: true });
  });

  describe('build', () => {
    it('writes all notebooks and missing ids once, then nothing', () => {
      writeFileSync(path('solutions/src/l.nb.ts'), SOLUTION);
      assert.equal(nbts('build').code, 0);
      assert.match(
        read('solutions/src/l.nb.ts'),
        /^\/\/ %% id=[a-z0-9]{8} role=answer exercise=f$/m,
      );
      assert.match(read('exercises/l.ipynb'), /f : à compléter/);
      const before = statSync(path('notebooks/l.ipynb')).mtimeMs;
      assert.match(nbts('build').out, /files written: 0/);
      assert.equal(statSync(path('notebooks/l.ipynb')).mtimeMs, before);
      assert.deepEqual(readdirSync(path('notebooks')).sort(), ['l.ipynb', 'src']);
    });

    it('names a broken text with its line, builds the others, and exits with 2', () => {
      writeFileSync(path('notebooks/src/k.nb.ts'), 'x\n');
      const { code, err } = nbts('build');
      assert.equal(code, 2);
      assert.match(
        err,
        /Cannot build: notebooks\/src\/k\.nb\.ts:1: text stands before the first cell/,
      );
      assert.ok(existsSync(path('notebooks/l.ipynb')) && !existsSync(path('notebooks/k.ipynb')));
    });

    it('does not overwrite what was edited in JupyterLab, unless forced', () => {
      nbts('build');
      edit('notebooks/l.ipynb', (json) => json.replace('42', '43'));
      const { code, err } = nbts('build');
      assert.equal(code, 1);
      assert.match(err, /Cannot build notebooks\/l\.ipynb: its cells were edited.*nbts pull/s);
      assert.match(read('notebooks/l.ipynb'), /number = 43/);
      assert.equal(nbts('build', '--force').code, 0);
      assert.doesNotMatch(read('notebooks/l.ipynb'), /number = 43/);
    });
  });

  describe('pull', () => {
    it('brings an edit into the text; check is content afterwards', () => {
      nbts('build');
      edit('notebooks/l.ipynb', (json) => json.replace('number = 42', 'number = 43'));
      assert.equal(nbts('pull', 'notebooks/l.ipynb').code, 0);
      assert.equal(read('notebooks/src/l.nb.ts'), LESSON.replace('42', '43'));
      assert.equal(nbts('check').code, 0);
    });

    it('stops where both changed, shows both sides, and takes the side it is told', () => {
      nbts('build');
      edit('notebooks/l.ipynb', (json) => json.replace('42', '43'));
      edit('notebooks/src/l.nb.ts', (text) => text.replace('42', '44'));
      const { code, err } = nbts('pull');
      assert.equal(code, 1);
      assert.match(err, /^Cannot pull notebooks\/l\.ipynb: it was edited, and so was its text/);
      assert.match(err, /^-const answer: number = 44;$/m);
      assert.match(err, /^\+const answer: number = 43;$/m);
      assert.match(err, /--theirs.*--ours/s);
      assert.equal(nbts('pull', '--theirs', '--ours').code, 2);
      assert.equal(nbts('pull', '--ours').code, 0);
      assert.match(read('notebooks/l.ipynb'), /number = 44/);
      assert.match(read('notebooks/src/l.nb.ts'), /number = 44/);
    });

    it('takes the notebook with --theirs', () => {
      nbts('build');
      edit('notebooks/l.ipynb', (json) => json.replace('42', '43'));
      edit('notebooks/src/l.nb.ts', (text) => text.replace('42', '44'));
      assert.equal(nbts('pull', '--theirs').code, 0);
      assert.equal(read('notebooks/src/l.nb.ts'), LESSON.replace('42', '43'));
    });

    it('pulls solutions from solutions/ and never from the student edition', () => {
      writeFileSync(path('solutions/src/l.nb.ts'), SOLUTION);
      nbts('build');
      edit('solutions/l.ipynb', (json) => json.replace('6 * 7', '7 * 6'));
      edit('exercises/l.ipynb', (json) => json.replace('compléter', 'effacer'));
      const { code, err } = nbts('pull', 'solutions/l.ipynb');
      assert.equal(code, 0);
      assert.match(err, /exercises\/l\.ipynb was edited by hand: that is never pulled/);
      assert.match(read('solutions/src/l.nb.ts'), /return 7 \* 6/);
      assert.match(read('exercises/l.ipynb'), /compléter/);
      const refused = nbts('pull', 'exercises/l.ipynb');
      assert.equal(refused.code, 2);
      assert.match(refused.err, /never pulled.*solutions\//s);
    });
  });

  describe('check', () => {
    it('fails on a byte of difference and names the command', () => {
      nbts('build');
      assert.equal(nbts('check').code, 0);
      edit('notebooks/l.ipynb', (json) => json + ' ');
      const { code, err } = nbts('check');
      assert.equal(code, 1);
      assert.match(err, /notebooks\/l\.ipynb:\d+: differs[^]*To mend it, run: npx nbts build l/);
    });

    it('fails on a notebook without a text and on a solution that leaks', () => {
      writeFileSync(path('solutions/src/l.nb.ts'), SOLUTION);
      nbts('build');
      writeFileSync(path('notebooks/old.ipynb'), '{}');
      writeFileSync(path('exercises/note.md'), 'Réponse : return 6 * 7 + Math.max(0, 0);');
      const { code, err } = nbts('check');
      assert.equal(code, 1);
      assert.match(err, /notebooks\/old\.ipynb comes from no text/);
      assert.match(
        err,
        /exercises\/note\.md holds a line of a solution of solutions\/src\/l\.nb\.ts/,
      );
    });

    it('--types names the cell and the line of a type error', () => {
      edit('notebooks/src/l.nb.ts', (text) => text.replace('= 42', "= 'no'"));
      nbts('build');
      assert.equal(nbts('check').code, 0);
      const { code, err } = nbts('check', '--types');
      assert.equal(code, 1);
      assert.match(
        err,
        /notebooks\/src\/l\.nb\.ts:4: cell c1, line 1, column 7: Type 'string' is not/,
      );
    });

    it('--types is strict, and lets a cell tagged raises-exception be wrong', () => {
      edit(
        'notebooks/src/l.nb.ts',
        (text) => `${text}\n// %% id=c3 tags=raises-exception\nlet s: string = answer;\n`,
      );
      nbts('build');
      assert.equal(nbts('check', '--types').code, 0);
      edit('notebooks/src/l.nb.ts', (text) => `${text}\n// %% id=c4\nlet n: number = null;\n`);
      nbts('build');
      assert.match(nbts('check', '--types').err, /cell c4, line 1/);
    });
  });

  describe('run', () => {
    beforeEach(() => {
      nbts('build');
    });
    const outputs = (name: string) =>
      (JSON.parse(read(name)) as { cells: { outputs: unknown[] }[] }).cells.map(
        (cell) => cell.outputs.length,
      );

    it('executes a notebook and writes it with its outputs', () => {
      const { code } = nbts('run', 'notebooks/l.ipynb', '--out', 'out.ipynb');
      assert.equal(code, 0);
      assert.deepEqual(outputs('out.ipynb'), [1, 1]);
      assert.match(read('out.ipynb'), /"é 42\\n"/);
    });

    it('exits with 1 when a cell fails, and still writes the outputs up to it', () => {
      edit('notebooks/l.ipynb', (json) => json.replace('"answer"', '"throw new Error(\'non\')"'));
      const { code, err } = nbts('run', 'notebooks/l.ipynb', '--out', 'out.ipynb');
      assert.equal(code, 1);
      assert.match(err, /cell 1 of 2 failed: Error: non/);
      assert.deepEqual(outputs('out.ipynb'), [1, 0]);
      assert.equal(
        nbts('run', 'notebooks/l.ipynb', '--out', 'all.ipynb', '--allow-errors').code,
        0,
      );
      assert.deepEqual(outputs('all.ipynb'), [1, 1]);
    });

    it('refuses what is no notebook, in three beats, and writes nothing', () => {
      writeFileSync(path('broken.ipynb'), '{"cells": [');
      writeFileSync(path('other.ipynb'), '{"cells": {}}');
      for (const [name, message] of [
        ['broken.ipynb', /^Cannot read notebook broken\.ipynb: it is no JSON \(.*\)\. Restore it/],
        ['other.ipynb', /it is no notebook of format 4 \(.*\)\. Restore it/],
        ['gone.ipynb', /Cannot read notebook gone\.ipynb: ENOENT.* Check the path\./],
      ] as const) {
        const { code, err } = nbts('run', name, '--out', 'out.ipynb');
        assert.equal(code, 2);
        assert.match(err, message);
      }
      assert.ok(!existsSync(path('out.ipynb')));
    });

    it('refuses a time-out that is none, and an out folder that is not there', () => {
      const wrong = nbts('run', 'notebooks/l.ipynb', '--out', 'out.ipynb', '--timeout', 'soon');
      assert.equal(wrong.code, 2);
      assert.match(wrong.err, /Cannot run with --timeout soon: it must be a number of seconds/);
      assert.equal(nbts('run', 'notebooks/l.ipynb', '--out', 'no/out.ipynb').code, 2);
    });
  });

  it('exits with 2 for an unknown command, an unknown name or a missing root', () => {
    assert.equal(nbts('bluid').code, 2);
    assert.match(
      nbts('build', '9.9').err,
      /Cannot choose the texts: no text is called "9\.9"; there are: l/,
    );
    const lost = nbts('build', '--root', tmpdir());
    assert.equal(lost.code, 2);
    assert.match(lost.err, /Cannot find the texts.*--root DIR/s);
  });

  it('begins its help with an example', () => {
    for (const args of [
      ['--help'],
      ['build', '--help'],
      ['pull', '--help'],
      ['check', '--help'],
      ['run', '--help'],
    ]) {
      const { code, out } = nbts(...args);
      assert.equal(code, 0);
      assert.match(out, /^Example: nbts /);
    }
  });
});
