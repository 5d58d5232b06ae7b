import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ClassResult } from '@convolab/grader';

const haveBwrap = !spawnSync('bwrap', ['--version']).error;
const command = join(__dirname, '..', '..', 'packages', 'grader', 'bin', 'grade.js');

/** What make-projects.ts wrote, by criterion: what the good one and the weak one of each project earn. */
const expected = {
  handmadeCnn: {
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
  },
  transferStudy: {
    'Fiche de données remplie': [4, 0],
    'Assez d’images, dans chaque partie': [3, 3],
    'Aucune image deux fois': [4, 0],
    'Trois stratégies, trois graines': [4, 0],
    'Le test n’a servi qu’une fois, et à rien choisir': [4, 0],
    'Moyennes et intervalles du tableau': [3, 0],
    'La conclusion dit ce que dit le tableau': [2, 2],
    'Fiche de données utile et sincère': [2, 0],
    'Erreurs regardées, image par image': [0, 0],
    'Conclusion d’une page': [4, 0],
  },
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
    for (const [id, rubric] of Object.entries(expected)) {
      it(`${student}, ${id}: what is measured and what a person entered, criterion by criterion`, () => {
        const { notebooks } = results.students.find((each) => each.student === student)!;
        const exercises = notebooks.flatMap((notebook) => notebook.exercises);
        const { criteria } = exercises.find(({ exercise }) => exercise === id)!;
        assert.deepEqual(
          Object.fromEntries(criteria.map(({ name, points }) => [name, points])),
          Object.fromEntries(Object.entries(rubric).map(([name, points]) => [name, points[place]])),
        );
      });
    }
  }

  it('earn 33.5 and 7.5 of 34, 30 and 5 of 34', () => {
    const lines = readFileSync(join(out, 'grades.csv'), 'utf8').trimEnd().split('\n');
    assert.deepEqual(lines, [
      'student,handmadeCnn,transferStudy,total,max',
      'bonne,33.5,30,63.5,68',
      'faible,7.5,5,12.5,68',
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
