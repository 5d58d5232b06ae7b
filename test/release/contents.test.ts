import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { exercisesOf } from '../exercises/discover';
import { repositoryRoot } from '../exercises/reference';
import { unpackedEdition, type Edition } from './edition';
import { hiddenTextIn, mutantNamesIn, type File } from './hidden-text';

describe('what students get', function () {
  this.timeout('2m');
  let edition: Edition;
  before(async () => {
    edition = await unpackedEdition();
  });
  after(() => {
    edition.remove();
  });
  const fileOf = (path: string): File => ({
    path,
    content: readFileSync(join(repositoryRoot, path), 'utf8'),
  });

  it('is the lessons, the exercises, what runs them, and how to begin', () => {
    const paths = edition.files.map(({ path }) => path);
    for (const path of [
      'README.md',
      'package-lock.json',
      'notebooks/1.2-convolution.ipynb',
      'exercises/1.2-convolution.ipynb',
      'exercises/1.2-convolution.cases.json',
      'lib/dist/fast/kernels.wasm',
      'packages/nbconvert-ts-runner/dist/compiler.cjs',
      'scripts/start.mjs',
    ]) {
      assert.ok(paths.includes(path), path);
    }
  });

  it('is nothing else: no solution, no judge, no grader, no source, no history', () => {
    const strange = edition.files.filter(({ path }) =>
      /(^|\/)(\.git|solutions|test|src|node_modules|\.cache|grader)(\/|$)|\.(test|spec|nb)\.|mutant|hidden\./.test(
        path,
      ),
    );
    assert.deepEqual(
      strange.map(({ path }) => path),
      [],
    );
  });

  it('holds no text of a reference answer, of a hidden spec or of a mutant', () => {
    assert.deepEqual(hiddenTextIn(edition.files), []);
    assert.deepEqual(mutantNamesIn(edition.files), []);
  });

  it('would be found out if it did', () => {
    const judges = 'test/exercises/1.2-convolution/conv1d';
    const solved = fileOf('solutions/1.2-convolution.ipynb');
    assert.notDeepEqual(hiddenTextIn([{ ...solved, path: 'exercises/x.ipynb' }]), []);
    for (const name of ['hidden', 'mutants', 'alternatives']) {
      const leak = fileOf(`${judges}/${name}.ts`);
      assert.notDeepEqual(hiddenTextIn([{ ...leak, path: 'lib/dist/x.js' }]), [], name);
    }
    const [name = ''] = exercisesOf('1.2-convolution').flatMap(({ mutants }) =>
      Object.keys(mutants),
    );
    assert.notDeepEqual(mutantNamesIn([{ path: 'README.md', content: `that ${name}.` }]), []);
  });

  it('sends to npm start where nothing is installed yet', () => {
    const submit = join(edition.root, 'packages', 'submission', 'bin', 'submit.js');
    const { status, stderr } = spawnSync(process.execPath, [submit], { encoding: 'utf8' });
    assert.equal(status, 2, stderr);
    assert.match(stderr, /^ConvoLab n’est pas encore installé.*npm start.*\n$/);
  });

  it('names no folder of the machine that built it', () => {
    const named = edition.files.filter(({ content }) => content.includes(repositoryRoot));
    assert.deepEqual(
      named.map(({ path }) => path),
      [],
    );
  });

  it('has a lock file that asks for what its packages ask for, and for no tool of ours', () => {
    const lock = edition.files.find(({ path }) => path === 'package-lock.json')?.content ?? '{}';
    const { packages } = JSON.parse(lock) as { packages: Record<string, { dev?: boolean }> };
    assert.ok('node_modules/tslab' in packages && 'node_modules/@types/node' in packages);
    for (const tool of ['mocha', 'typescript', 'esbuild', 'tsx', 'csv-stringify']) {
      assert.ok(!(`node_modules/${tool}` in packages), tool);
    }
    assert.deepEqual(
      Object.entries(packages).filter(([, { dev }]) => dev),
      [],
    );
  });
});
