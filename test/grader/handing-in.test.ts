import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import {
  copyFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ClassResult } from '@convolab/grader';
import { findNotebook, handIn, listHandouts, unpack } from '@convolab/submission';

const repository = join(__dirname, '..', '..');
const lesson = '1.2-convolution';
const haveBwrap = !spawnSync('bwrap', ['--version']).error;

/** Some of the class: what `submit` says of each. What it says must not depend on what the grader knows more. */
const said: Record<string, RegExp> = {
  right: /✔ conv1d[^]*✔ conv2d[^]*✔ filterBank/,
  'half-right': /✔ conv1d[^]*filterBank, .* : pas encore écrit/,
  'type-error': /✘ conv1d[^]*ne pourra pas être noté[^]*TypeScript refuse la cellule 9/,
  'duplicated-answer': /✘ conv1d[^]*Deux cellules différentes/,
  'renamed-function': /✘ filterBank[^]*Aucune cellule ne définit « filterBank »/,
  'changes-its-input': /✘ conv1d[^]*a modifié son entrée/,
  'throws-in-first-cell': /À savoir :[^]*cellule 1 lève une erreur : Error : essai oublié/,
  exits: /✘ conv2d[^]*terminé de lui-même en calculant conv2d/,
  untouched: /conv1d, .* : pas encore écrit/,
};

describe('handing in', function () {
  this.timeout('5m');
  /** As a student edition is: what is given out, and no text to build it from. */
  let root: string;
  const zips = () => join(root, 'work', 'rendus');
  const texts = new Map<string, string>();
  before(async () => {
    root = mkdtempSync(join(tmpdir(), 'convolab-student-'));
    cpSync(join(repository, 'exercises'), join(root, 'exercises'), { recursive: true });
    copyFileSync(join(repository, 'package.json'), join(root, 'package.json'));
    symlinkSync(join(repository, 'node_modules'), join(root, 'node_modules'));
    for (const student of Object.keys(said)) {
      const work = join(root, 'work', 'exercices');
      mkdirSync(work, { recursive: true });
      cpSync(join(__dirname, 'class', student), work, { recursive: true });
      const notebook = findNotebook(root, lesson, root);
      texts.set(student, await handIn({ root, notebook, student, out: zips() }));
    }
  });
  after(() => {
    rmSync(root, { recursive: true, force: true });
  });
  const receiptOf = async (student: string) => {
    const unpacked = await unpack(readFileSync(join(zips(), `${student}-${lesson}.zip`)));
    assert.ok('receipt' in unpacked && unpacked.receipt, student);
    return unpacked.receipt;
  };

  for (const [student, pattern] of Object.entries(said)) {
    it(`says in French what awaits ${student}`, () => {
      assert.match(texts.get(student) ?? '', pattern);
    });
  }

  it('lists the notebooks, how far they are, and what was packed', () => {
    const text = listHandouts(root);
    assert.match(text, /1\.1-images +absent de work\//);
    assert.match(text, /○ 1\.2-convolution +jamais commencé ; zip écrit le [^,]*$/m);
    cpSync(join(__dirname, 'class', 'half-right'), join(root, 'work', 'exercices'), {
      recursive: true,
    });
    assert.match(
      listHandouts(root),
      /◐ .* : 2 réponses écrites sur 3 ; .*, notebook changé depuis/,
    );
    cpSync(join(__dirname, 'class', 'right'), join(root, 'work', 'exercices'), { recursive: true });
    assert.match(listHandouts(root), /● 1\.2-convolution +complet/);
    assert.match(listHandouts(root), /Pour en rendre un : npm run submit -- 1\.2-convolution$/m);
  });

  it('counts no answer whose cell was deleted as written', () => {
    const path = join(root, 'work', 'exercices', `${lesson}.ipynb`);
    const right = readFileSync(join(__dirname, 'class', 'right', `${lesson}.ipynb`), 'utf8');
    const notebook = JSON.parse(right) as { cells: { source: string | string[] }[] };
    const kept = notebook.cells.filter(
      ({ source }) => ![source].flat().join('').startsWith('function conv2d('),
    );
    assert.equal(kept.length, notebook.cells.length - 1);
    writeFileSync(path, JSON.stringify({ ...notebook, cells: kept }));
    assert.match(listHandouts(root), /◐ 1\.2-convolution +en partie : 2 réponses écrites sur 3/);
    writeFileSync(path, right);
  });

  it('knows a notebook by the number of its lesson, where that is enough', () => {
    assert.equal(findNotebook(root, '1.2', root).lesson, lesson);
    assert.throws(() => findNotebook(root, '1', root), /aucun fichier « 1 »/);
  });

  it('says so when npm kept an option for itself', () => {
    const bin = join('packages', 'submission', 'bin', 'submit.js');
    const env = { ...process.env, npm_config_student: 'amina' };
    const eaten = spawnSync(process.execPath, [join(repository, bin), lesson], {
      env,
      encoding: 'utf8',
    });
    assert.equal(eaten.status, 2);
    assert.match(eaten.stderr, /npm a pris --student/);
  });

  it('gives zips that the grader takes, and gives public cases the same verdict', async function () {
    if (!haveBwrap) this.skip();
    const out = join(root, 'notes');
    const command = join(repository, 'packages', 'grader', 'bin', 'grade.js');
    const graded = spawnSync(process.execPath, [command, zips(), '--out', out], {
      encoding: 'utf8',
    });
    assert.equal(graded.status, 0, graded.stdout + graded.stderr);
    const { students, refused } = JSON.parse(
      readFileSync(join(out, 'results.json'), 'utf8'),
    ) as ClassResult;
    assert.deepEqual(refused, []);
    assert.equal(students.length, readdirSync(zips()).length);
    for (const { student, notebooks, notices } of students) {
      assert.deepEqual(notices, [], student);
      const { publicScore } = await receiptOf(student);
      for (const { exercise, criteria } of notebooks.flatMap((each) => each.exercises)) {
        const judged = criteria.find(({ visibility }) => visibility === 'public');
        const { passed, cases } = publicScore[exercise]!;
        const changedInput = student === 'changes-its-input' && exercise === 'conv1d';
        assert.equal(judged?.points === judged?.max, changedInput || passed === cases, student);
      }
    }
  });

  it('says of every notebook of solutions that all its public cases pass', async () => {
    const lessons = readdirSync(join(repository, 'solutions'))
      .filter((name) => name.endsWith('.ipynb'))
      .map((name) => name.replace('.ipynb', ''));
    for (const name of lessons) {
      const notebook = findNotebook(root, join(repository, 'solutions', `${name}.ipynb`), root);
      const out = join(root, 'solved');
      const text = await handIn({ root, notebook, student: 'solution', out });
      assert.doesNotMatch(text, /[✘○]|À savoir/, text);
    }
    assert.ok(lessons.length >= 7);
  });
});
