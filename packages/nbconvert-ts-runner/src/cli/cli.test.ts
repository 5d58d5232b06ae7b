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
import { runCommandLine } from '../cli';

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
  let home: string;
  const path = (name: string) => join(root, name);
  const read = (name: string) => readFileSync(path(name), 'utf8');
  const edit = (name: string, change: (content: string) => string) => {
    writeFileSync(path(name), change(read(name)));
  };
  const nbts = (...args: string[]) => captured(() => runCommandLine(['node', 'nbts', ...args]));

  beforeEach(() => {
    home = process.cwd();
    root = mkdtempSync(join(tmpdir(), 'nbts-'));
    for (const folder of ['notebooks/src', 'solutions/src', 'exercises']) {
      mkdirSync(path(folder), { recursive: true });
    }
    writeFileSync(path('notebooks/src/l.nb.ts'), LESSON);
    process.chdir(root);
  });
  afterEach(() => {
    process.chdir(home);
    rmSync(root, { recursive: true });
  });

  describe('build', () => {
    it('writes all notebooks and missing ids once, then nothing', async () => {
      writeFileSync(path('solutions/src/l.nb.ts'), SOLUTION);
      assert.equal((await nbts('build')).code, 0);
      assert.match(
        read('solutions/src/l.nb.ts'),
        /^\/\/ %% id=[a-z0-9]{8} role=answer exercise=f$/m,
      );
      assert.match(read('exercises/l.ipynb'), /f : à compléter/);
      const before = statSync(path('notebooks/l.ipynb')).mtimeMs;
      assert.match((await nbts('build')).out, /files written: 0/);
      assert.equal(statSync(path('notebooks/l.ipynb')).mtimeMs, before);
      assert.deepEqual(readdirSync(path('notebooks')).sort(), ['l.ipynb', 'src']);
    });

    it('names a broken text with its line, builds the others, and exits with 2', async () => {
      writeFileSync(path('notebooks/src/k.nb.ts'), 'x\n');
      const { code, err } = await nbts('build');
      assert.equal(code, 2);
      assert.match(
        err,
        /Cannot build: notebooks\/src\/k\.nb\.ts:1: text stands before the first cell/,
      );
      assert.ok(existsSync(path('notebooks/l.ipynb')) && !existsSync(path('notebooks/k.ipynb')));
    });

    it('does not overwrite what was edited in JupyterLab, unless forced', async () => {
      await nbts('build');
      edit('notebooks/l.ipynb', (json) => json.replace('42', '43'));
      const { code, err } = await nbts('build');
      assert.equal(code, 1);
      assert.match(err, /Cannot build notebooks\/l\.ipynb: its cells were edited.*nbts pull/s);
      assert.match(read('notebooks/l.ipynb'), /number = 43/);
      assert.equal((await nbts('build', '--force')).code, 0);
      assert.doesNotMatch(read('notebooks/l.ipynb'), /number = 43/);
    });
  });

  describe('pull', () => {
    it('brings an edit into the text; check is content afterwards', async () => {
      await nbts('build');
      edit('notebooks/l.ipynb', (json) => json.replace('number = 42', 'number = 43'));
      assert.equal((await nbts('pull', 'notebooks/l.ipynb')).code, 0);
      assert.equal(read('notebooks/src/l.nb.ts'), LESSON.replace('42', '43'));
      assert.equal((await nbts('check')).code, 0);
    });

    it('stops where both changed, shows both sides, and takes the side it is told', async () => {
      await nbts('build');
      edit('notebooks/l.ipynb', (json) => json.replace('42', '43'));
      edit('notebooks/src/l.nb.ts', (text) => text.replace('42', '44'));
      const { code, err } = await nbts('pull');
      assert.equal(code, 1);
      assert.match(err, /^Cannot pull notebooks\/l\.ipynb: it was edited, and so was its text/);
      assert.match(err, /^-const answer: number = 44;$/m);
      assert.match(err, /^\+const answer: number = 43;$/m);
      assert.match(err, /--theirs.*--ours/s);
      assert.equal((await nbts('pull', '--theirs', '--ours')).code, 2);
      assert.equal((await nbts('pull', '--ours')).code, 0);
      assert.match(read('notebooks/l.ipynb'), /number = 44/);
      assert.match(read('notebooks/src/l.nb.ts'), /number = 44/);
    });

    it('takes the notebook with --theirs', async () => {
      await nbts('build');
      edit('notebooks/l.ipynb', (json) => json.replace('42', '43'));
      edit('notebooks/src/l.nb.ts', (text) => text.replace('42', '44'));
      assert.equal((await nbts('pull', '--theirs')).code, 0);
      assert.equal(read('notebooks/src/l.nb.ts'), LESSON.replace('42', '43'));
    });

    it('pulls solutions from solutions/ and never from the student edition', async () => {
      writeFileSync(path('solutions/src/l.nb.ts'), SOLUTION);
      await nbts('build');
      edit('solutions/l.ipynb', (json) => json.replace('6 * 7', '7 * 6'));
      edit('exercises/l.ipynb', (json) => json.replace('compléter', 'effacer'));
      const { code, err } = await nbts('pull', 'solutions/l.ipynb');
      assert.equal(code, 0);
      assert.match(err, /exercises\/l\.ipynb was edited by hand: that is never pulled/);
      assert.match(read('solutions/src/l.nb.ts'), /return 7 \* 6/);
      assert.match(read('exercises/l.ipynb'), /compléter/);
      const refused = await nbts('pull', 'exercises/l.ipynb');
      assert.equal(refused.code, 2);
      assert.match(refused.err, /never pulled.*solutions\//s);
    });
  });

  describe('check', () => {
    it('fails on a byte of difference and names the command', async () => {
      await nbts('build');
      assert.equal((await nbts('check')).code, 0);
      edit('notebooks/l.ipynb', (json) => json + ' ');
      const { code, err } = await nbts('check');
      assert.equal(code, 1);
      assert.match(err, /notebooks\/l\.ipynb:\d+: differs[^]*To mend it, run: npx nbts build l/);
    });

    it('fails on a notebook without a text and on a solution that leaks', async () => {
      writeFileSync(path('solutions/src/l.nb.ts'), SOLUTION);
      await nbts('build');
      writeFileSync(path('notebooks/old.ipynb'), '{}');
      writeFileSync(path('exercises/note.md'), 'Réponse : return 6 * 7 + Math.max(0, 0);');
      const { code, err } = await nbts('check');
      assert.equal(code, 1);
      assert.match(err, /notebooks\/old\.ipynb comes from no text/);
      assert.match(
        err,
        /exercises\/note\.md holds a line of a solution of solutions\/src\/l\.nb\.ts/,
      );
    });

    it('--types names the cell and the line of a type error', async () => {
      edit('notebooks/src/l.nb.ts', (text) => text.replace('= 42', "= 'no'"));
      await nbts('build');
      assert.equal((await nbts('check')).code, 0);
      const { code, err } = await nbts('check', '--types');
      assert.equal(code, 1);
      assert.match(
        err,
        /notebooks\/src\/l\.nb\.ts:4: cell c1, line 1, column 7: Type 'string' is not/,
      );
    });

    it('--types is strict, and lets a cell tagged raises-exception be wrong', async () => {
      edit(
        'notebooks/src/l.nb.ts',
        (text) => `${text}\n// %% id=c3 tags=raises-exception\nlet s: string = answer;\n`,
      );
      await nbts('build');
      assert.equal((await nbts('check', '--types')).code, 0);
      edit('notebooks/src/l.nb.ts', (text) => `${text}\n// %% id=c4\nlet n: number = null;\n`);
      await nbts('build');
      assert.match((await nbts('check', '--types')).err, /cell c4, line 1/);
    });
  });

  describe('run', () => {
    beforeEach(async () => {
      await nbts('build');
    });
    const outputs = (name: string) =>
      (JSON.parse(read(name)) as { cells: { outputs: unknown[] }[] }).cells.map(
        (cell) => cell.outputs.length,
      );

    it('executes a notebook and writes it with its outputs', async () => {
      const { code } = await nbts('run', 'notebooks/l.ipynb', '--out', 'out.ipynb');
      assert.equal(code, 0);
      assert.deepEqual(outputs('out.ipynb'), [1, 1]);
      assert.match(read('out.ipynb'), /"é 42\\n"/);
    });

    it('exits with 1 when a cell fails, and still writes the outputs up to it', async () => {
      edit('notebooks/l.ipynb', (json) => json.replace('"answer"', '"throw new Error(\'non\')"'));
      const { code, err } = await nbts('run', 'notebooks/l.ipynb', '--out', 'out.ipynb');
      assert.equal(code, 1);
      assert.match(err, /cell 1 of 2 failed: Error: non/);
      assert.deepEqual(outputs('out.ipynb'), [1, 0]);
      assert.equal(
        (await nbts('run', 'notebooks/l.ipynb', '--out', 'all.ipynb', '--allow-errors')).code,
        0,
      );
      assert.deepEqual(outputs('all.ipynb'), [1, 1]);
    });

    it('refuses what is no notebook, in three beats, and writes nothing', async () => {
      writeFileSync(path('broken.ipynb'), '{"cells": [');
      writeFileSync(path('other.ipynb'), '{"cells": {}}');
      for (const [name, message] of [
        ['broken.ipynb', /^Cannot read notebook broken\.ipynb: it is no JSON \(.*\)\. Restore it/],
        ['other.ipynb', /it is no notebook of format 4 \(.*\)\. Restore it/],
        ['gone.ipynb', /Cannot read notebook gone\.ipynb: ENOENT.* Check the path\./],
      ] as const) {
        const { code, err } = await nbts('run', name, '--out', 'out.ipynb');
        assert.equal(code, 2);
        assert.match(err, message);
      }
      assert.ok(!existsSync(path('out.ipynb')));
    });

    it('refuses a time-out that is none, and an out folder that is not there', async () => {
      const wrong = await nbts(
        'run',
        'notebooks/l.ipynb',
        '--out',
        'out.ipynb',
        '--timeout',
        'soon',
      );
      assert.equal(wrong.code, 2);
      assert.match(wrong.err, /Cannot run with --timeout soon: it must be a number of seconds/);
      assert.equal((await nbts('run', 'notebooks/l.ipynb', '--out', 'no/out.ipynb')).code, 2);
    });
  });

  it('exits with 2 for an unknown command, an unknown name or a missing root', async () => {
    assert.equal((await nbts('bluid')).code, 2);
    assert.match(
      (await nbts('build', '9.9')).err,
      /Cannot choose the texts: no text is called "9\.9"; there are: l/,
    );
    const lost = await nbts('build', '--root', tmpdir());
    assert.equal(lost.code, 2);
    assert.match(lost.err, /Cannot find the texts.*--root DIR/s);
  });

  it('begins its help with an example', async () => {
    for (const args of [
      ['--help'],
      ['build', '--help'],
      ['pull', '--help'],
      ['check', '--help'],
      ['run', '--help'],
    ]) {
      const { code, out } = await nbts(...args);
      assert.equal(code, 0);
      assert.match(out, /^Example: nbts /);
    }
  });

  it('gives its exit code to the process', () => {
    const cli = resolve(__dirname, '../cli.ts');
    const child = spawnSync(process.execPath, [
      '--require',
      require.resolve('tsx/cjs'),
      cli,
      'bluid',
    ]);
    assert.equal(child.status, 2);
  });
});

/** Runs `command` in this process and catches what it prints. */
async function captured(command: () => Promise<number>) {
  const printed = { out: '', err: '' };
  const restore = [
    redirect(process.stdout, (text) => (printed.out += text)),
    redirect(process.stderr, (text) => (printed.err += text)),
  ];
  try {
    const code = await command();
    return { code, ...printed };
  } finally {
    restore.forEach((undo) => {
      undo();
    });
  }
}

function redirect(stream: NodeJS.WriteStream, to: (text: string) => void): () => void {
  const write = stream.write.bind(stream);
  stream.write = (text: string | Uint8Array) => {
    to(String(text));
    return true;
  };
  return () => {
    stream.write = write;
  };
}
