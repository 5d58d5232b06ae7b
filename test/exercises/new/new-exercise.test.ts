import assert from 'node:assert/strict';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parsePercent, readFrontMatter } from 'nbconvert-ts-runner';
import { lessonsWithExercises } from '../discover';
import { repositoryRoot } from '../reference';
import { planExercise, toWrite } from './plan-exercise';

const lesson = '1.4-activation-pooling';
const own = `solutions/src/${lesson}.nb.ts`;
const cellsOf = (text: string) => parsePercent(text, own).cells;

describe('the skeleton of a new exercise', () => {
  const plan = (id: string, of = lesson, root = repositoryRoot) => planExercise(root, of, id);

  it('has a folder of judges, and its cells at the end of the lesson’s text', () => {
    const files = new Map(plan('neverTaken').map(({ path, text }) => [path, text]));
    const folder = `test/exercises/${lesson}/never-taken`;
    assert.ok(files.get(`${folder}/index.ts`)?.includes("id: 'neverTaken'"));
    assert.equal(files.size, 8);
    const [before, after] = [readFileSync(join(repositoryRoot, own), 'utf8'), files.get(own)!];
    const { exercises } = readFrontMatter(parsePercent(after, own).yaml, own);
    assert.deepEqual(exercises.at(-1)?.functions, ['neverTaken']);
    const added = cellsOf(after).slice(cellsOf(before).length);
    assert.deepEqual(
      added.map(({ role, exercise }) => [role, exercise]),
      [
        [undefined, undefined],
        ['answer', 'neverTaken'],
        ['check', 'neverTaken'],
      ],
    );
    const ids = cellsOf(after).map(({ id }) => id);
    assert.equal(new Set(ids).size, ids.length);
    assert.deepEqual(
      cellsOf(after)
        .slice(0, -3)
        .map(({ source }) => source),
      cellsOf(before).map(({ source }) => source),
    );
  });

  it('marks what is to be written in every file but the index, and names nothing else', () => {
    for (const { path, text } of plan('neverTaken')) {
      if (!path.endsWith('index.ts')) assert.match(text, toWrite, path);
      assert.doesNotMatch(text, /newName|theLesson|%[A-Z]+%/, path);
    }
  });

  it('is refused for a name that cannot be, or is there', () => {
    assert.throws(() => plan('NeverTaken'), /in camelCase/);
    assert.throws(() => plan('never-taken'), /in camelCase/);
    assert.throws(() => plan('reluSlope'), /lesson 1\.4-activation-pooling declares it/);
    assert.throws(() => plan('conv2d'), /lesson 1\.2-convolution declares it/);
    assert.throws(() => plan('neverTaken', '9.9-nulle-part'), /no such lesson; use one of 0\.0/);
  });

  describe('in a lesson without exercises', () => {
    let root: string;
    before(() => {
      root = mkdtempSync(join(tmpdir(), 'new-exercise-'));
      for (const folder of ['notebooks/src', 'solutions/src']) {
        mkdirSync(join(root, folder), { recursive: true });
      }
      cpSync(
        join(repositoryRoot, `notebooks/src/${lesson}.nb.ts`),
        join(root, `notebooks/src/${lesson}.nb.ts`),
      );
    });
    after(() => {
      rmSync(root, { recursive: true });
    });

    it('comes with the lesson’s text of solutions and its two specs', () => {
      const files = new Map(plan('neverTaken', lesson, root).map(({ path, text }) => [path, text]));
      const specs = [...files.keys()].filter((path) => path.endsWith('.spec.ts'));
      assert.deepEqual(specs.length, 2);
      for (const spec of specs) {
        assert.equal(files.get(spec), readFileSync(join(repositoryRoot, spec), 'utf8'));
      }
      const { title, exercises } = readFrontMatter(parsePercent(files.get(own)!, own).yaml, own);
      assert.equal(title, 'Activation et pooling');
      assert.deepEqual(
        exercises.map(({ id }) => id),
        ['neverTaken'],
      );
      assert.equal(cellsOf(files.get(own)!)[0]?.id, 'c0de1401');
      const imports = (text: string) => cellsOf(text).find(({ role }) => role === 'given')?.source;
      const written = readFileSync(join(repositoryRoot, own), 'utf8');
      assert.equal(imports(files.get(own)!), imports(written), 'as the other lessons begin');
    });

    it('is refused where its folder is there', () => {
      mkdirSync(join(root, `test/exercises/${lesson}/never-taken`), { recursive: true });
      assert.throws(() => plan('neverTaken', lesson, root), /never-taken is there/);
    });
  });
});

describe('the exercises of the repository', () => {
  const texts = (folder: string): string[] =>
    readdirSync(join(repositoryRoot, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .map((file) => join(folder, file));

  it('have nothing left to write', () => {
    const folders = [
      'solutions/src',
      ...lessonsWithExercises().map((name) => `test/exercises/${name}`),
    ];
    const unwritten = folders
      .flatMap(texts)
      .filter((path) => toWrite.test(readFileSync(join(repositoryRoot, path), 'utf8')));
    assert.deepEqual(unwritten, [], 'write what is marked À ÉCRIRE there');
    assert.ok(existsSync(join(repositoryRoot, own)));
  });
});
