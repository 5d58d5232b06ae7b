import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ClassResult } from '@convolab/grader';

const haveBwrap = !spawnSync('bwrap', ['--version']).error;
const command = join(__dirname, '..', '..', 'packages', 'grader', 'bin', 'grade.js');

/**
 * Two examples of project 1, written by make-projects.ts, by criterion: the good one, and one that forgets ReLU on its
 * way back, leaves conv1 without a gradient, begins anew at each call of train, and reads anything.
 */
const expected = {
  'L’aller : dix probabilités': [3, 3],
  'La perte moyenne du lot': [1, 1],
  'Gradients de dense': [2, 2],
  'Gradients de conv2': [3, 0],
  'Gradients de conv1': [4, 0],
  'Vingt pas, comme TensorFlow.js': [4, 0],
  'Un réseau neuf, tiré par sa graine': [1, 1],
  'Apprentissage : plus de 70 % de chiffres jamais vus': [4, 0],
  'Sauver et relire': [2, 0],
  'Expérience menée et mesurée': [4, 0],
  'Compte rendu': [2.5, 0.5],
  'Code lisible': [3, 0],
};

describe('a good and a weak project', function () {
  this.timeout('10m');
  let out: string;
  let text: string;
  let results: ClassResult;
  before(function () {
    if (!haveBwrap) this.skip();
    out = mkdtempSync(join(tmpdir(), 'convolab-projects-'));
    copyFileSync(join(__dirname, 'projects.instructor.csv'), join(out, 'instructor.csv'));
    const run = spawnSync(
      process.execPath,
      [command, join(__dirname, 'projects'), '--out', out, '--timeout', '6'],
      { encoding: 'utf8' },
    );
    text = run.stdout + run.stderr;
    assert.equal(run.status, 0, text);
    results = JSON.parse(readFileSync(join(out, 'results.json'), 'utf8')) as ClassResult;
  });
  after(() => {
    if (haveBwrap) rmSync(out, { recursive: true });
  });

  for (const [place, student] of ['bonne', 'faible'].entries()) {
    it(`${student}: what is measured in the sandbox and what a person entered, criterion by criterion`, () => {
      const { notebooks } = results.students.find((each) => each.student === student)!;
      const criteria = notebooks.flatMap(({ exercises }) => exercises.flatMap((e) => e.criteria));
      assert.deepEqual(
        Object.fromEntries(criteria.map(({ name, points }) => [name, points])),
        Object.fromEntries(Object.entries(expected).map(([name, points]) => [name, points[place]])),
      );
    });
  }

  it('earn 33.5 and 7.5 of 34', () => {
    const lines = readFileSync(join(out, 'grades.csv'), 'utf8').trimEnd().split('\n');
    assert.deepEqual(lines, [
      'student,handmadeCnn,total,max',
      'bonne,33.5,33.5,34',
      'faible,7.5,7.5,34',
    ]);
  });

  it('are told of it on their pages; what nobody has marked is said to be open, and asked for', () => {
    const page = (student: string): string =>
      readFileSync(join(out, 'feedback', `${student}.html`), 'utf8').replaceAll('\u00a0', ' ');
    assert.match(page('bonne'), /Dites aussi quels chiffres sont confondus/);
    assert.match(page('faible'), /Gradients de conv1[^]*reçu 0, attendu/);
    assert.match(page('faible'), /Code lisible[^]*pas encore noté/);
    assert.match(text, /Reste à noter par vous : 1 critère\./);
    const sheet = readFileSync(join(out, 'instructor.csv'), 'utf8');
    assert.match(sheet, /faible;handmadeCnn;Code lisible;3;;/);
    assert.match(sheet, /bonne;handmadeCnn;Compte rendu;3;2,5;Dites aussi/);
  });
});
