import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ClassResult } from '@convolab/grader';
import { repositoryRoot } from '../exercises/reference';
import { unpackedEdition, type Edition } from './edition';

interface Cell {
  id: string;
  source: string[];
  outputs?: { data?: Record<string, string[] | string> }[];
}
const lesson = '1.2-convolution';
const haveBwrap = !spawnSync('bwrap', ['--version']).error;
const cellsOf = (file: string): Cell[] =>
  (JSON.parse(readFileSync(file, 'utf8')) as { cells: Cell[] }).cells;

/** A student's shell knows nothing of the npm that runs these tests. */
const env: NodeJS.ProcessEnv = { ...process.env, npm_config_prefer_offline: 'true' };
for (const name of Object.keys(env)) {
  if (/^(npm_(?!config_)|INIT_CWD|CONVOLAB_|NODE_OPTIONS|FORCE_COLOR)/.test(name)) {
    Reflect.deleteProperty(env, name);
  }
}

describe('the student edition, in an empty folder', function () {
  this.timeout('10m');
  let edition: Edition;
  before(async () => {
    edition = await unpackedEdition();
    await shareDownloads(edition.root);
  });
  after(() => {
    edition.remove();
  });
  const there = (...parts: string[]): string => join(edition.root, ...parts);
  const exercises = (): string => there('work', 'exercices', `${lesson}.ipynb`);
  const npm = (...args: string[]) => {
    const { status, stdout, stderr } = spawnSync('npm', args, {
      cwd: edition.root,
      env,
      encoding: 'utf8',
    });
    return { status, text: stdout + stderr };
  };
  const execute = (notebook: string): Cell[] => {
    const out = there('executed.ipynb');
    const nbts = there('packages', 'nbconvert-ts-runner', 'bin', 'nbts.js');
    const args = [nbts, 'run', notebook, '--out', out];
    const { status, stderr } = spawnSync(process.execPath, args, { env, encoding: 'utf8' });
    assert.equal(status, 0, stderr);
    return cellsOf(out);
  };

  it('sets itself up and opens JupyterLab by npm start, and stops at Ctrl-C', async () => {
    const child = spawn('npm', ['start', '--', '--no-browser'], {
      cwd: edition.root,
      env,
      detached: true, // a group of its own, as a terminal gives it: Ctrl-C reaches all of it
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const ended = once(child, 'close'); // of its output too: whatever it started has ended
    let text = '';
    const ready = new Promise<void>((resolve) => {
      for (const stream of [child.stdout, child.stderr]) {
        stream.on('data', (chunk: Buffer) => {
          text += chunk.toString('utf8');
          if (text.includes('JupyterLab est prêt')) resolve();
        });
      }
    });
    await Promise.race([ready, ended]);
    assert.match(text, /JupyterLab est prêt/);
    process.kill(-child.pid!, 'SIGINT');
    await ended;
    assert.match(text, /Arrêt de JupyterLab/);
    assert.ok(existsSync(exercises()));
  });

  it('has all that it needs, by its own doctor', () => {
    const { status, text } = npm('run', 'doctor');
    assert.equal(status, 0, text);
    assert.doesNotMatch(text, /npm run grade|Chromium/);
  });

  it('runs a lesson', () => {
    const cells = execute(there('work', 'lecons', `${lesson}.ipynb`));
    assert.ok(cells.filter(({ outputs = [] }) => outputs.length > 0).length > 20);
  });

  it('checks an exercise: the answer that is right, and the one that is not written', () => {
    solve(exercises(), 'conv1d');
    const shown = execute(exercises())
      .filter(({ source }) => /^await check\(/.test(source.join('')))
      .map(({ outputs = [] }) => outputs.map(({ data }) => String(data?.['text/plain'])).join());
    assert.match(shown[0] ?? '', /conv1d\s: 9 cas réussis sur 9/);
    assert.match(shown[1] ?? '', /conv2d\s: pas encore écrite/);
  });

  it('packs what was done, and our grader takes it', function () {
    const packed = npm('run', 'submit', '--', lesson, '--student', 'amina');
    assert.equal(packed.status, 0, packed.text);
    assert.match(packed.text, /✔ conv1d[^]*○ conv2d[^]*amina-1\.2-convolution\.zip/);
    assert.match(npm('run', 'submit').text, /◐ 1\.2-convolution .*\s: 1 réponse écrite sur 3/);
    if (!haveBwrap) this.skip();
    const grade = join(repositoryRoot, 'packages', 'grader', 'bin', 'grade.js');
    const args = [grade, there('work', 'rendus'), '--out', there('notes')];
    const graded = spawnSync(process.execPath, args, { encoding: 'utf8' });
    assert.equal(graded.status, 0, graded.stdout + graded.stderr);
    const results = readFileSync(there('notes', 'results.json'), 'utf8');
    const [amina] = (JSON.parse(results) as ClassResult).students;
    assert.equal(amina?.student, 'amina');
    assert.deepEqual(
      amina.notebooks.flatMap((each) => each.exercises.map(({ points }) => points)),
      [3, 0, 0],
    );
  });
});

/** Writes the reference answer into a notebook. */
function solve(notebook: string, exercise: string): void {
  const solved = cellsOf(join(repositoryRoot, 'solutions', `${lesson}.ipynb`));
  const content = JSON.parse(readFileSync(notebook, 'utf8')) as { cells: Cell[] };
  const stub = content.cells.find(({ source }) =>
    source.join('').startsWith(`function ${exercise}(`),
  );
  assert.ok(stub);
  stub.source = solved.find(({ id }) => id === stub.id)?.source ?? [];
  writeFileSync(notebook, JSON.stringify(content));
}

/** What set-up downloads from elsewhere than npm and PyPI, and has here already. */
async function shareDownloads(root: string): Promise<void> {
  const { linkFolder } = (await import(join(repositoryRoot, 'scripts', 'lib', 'files.mjs'))) as {
    linkFolder: (from: string, to: string) => void;
  };
  mkdirSync(join(root, '.cache'), { recursive: true });
  for (const parts of [
    ['.cache', 'tfjs-node'],
    ['datasets', 'cache'],
  ]) {
    const from = join(repositoryRoot, ...parts);
    if (existsSync(from)) linkFolder(from, join(root, ...parts));
  }
  // What could not be had here, an npm start that follows does not try again.
  for (const name of ['tensorflow.json', 'datasets-missing.json']) {
    const from = join(repositoryRoot, '.cache', name);
    if (existsSync(from)) copyFileSync(from, join(root, '.cache', name));
  }
}
