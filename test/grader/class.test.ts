import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ClassResult } from '@convolab/grader';

/**
 * The class under class/, graded by the command: [conv1d of 3, conv2d of 4, filterBank of 5], and what
 * the reasons must say. make-class.ts writes the notebooks.
 */
const expected: Record<string, [number, number, number, RegExp?]> = {
  right: [3, 4, 5],
  'right-otherwise': [3, 4, 5],
  'tidied-up': [3, 4, 5],
  'reuses-conv2d': [3, 4, 5],
  'helper-in-another-answer': [3, 4, 5],
  'moved-answer': [3, 4, 5],
  'throws-in-first-cell': [3, 4, 5, /cellule 1 lève une erreur : Error : essai oublié/],
  untouched: [0, 0, 0, /restée telle qu’elle était/],
  wrong: [0, 0, 0, /"why": "shape"/],
  'half-right': [3, 2.5, 0, /restée telle qu’elle était/],
  'type-error': [0, 4, 5, /TypeScript refuse la cellule 9, ligne \d+ : .*string.*number/],
  'changes-its-input': [2.75, 4, 5, /Entrées intactes/],
  'renamed-function': [3, 4, 0, /Aucune cellule ne définit « filterBank »/],
  'not-a-notebook': [0, 0, 0, /pas un notebook : le contenu n’est pas du JSON/],
  'loops-in-a-function': [0, 4, 5, /Temps dépassé en calculant conv1d/],
  'loops-in-a-free-cell': [0, 4, 5, /Temps dépassé dans la cellule \d+/],
  'loops-in-an-answer-cell': [3, 4, 0, /Temps dépassé dans la cellule/],
  exits: [3, 0, 5, /terminé de lui-même en calculant conv2d/],

  'overwrites-assert': [0, 0, 0, /"why": "shape"/],
  'pollutes-prototypes': [0, 0, 0, /"why": "shape"/],
  'rewrites-json': [0, 0, 0, /canal réservé/],
  'fakes-replies': [0, 0, 0, /canal réservé/],
  'breaks-the-protocol': [0, 4, 5, /en calculant conv1d/],
  'equals-anything': [0, 0, 0, /"why": "(type|shape)"/],
  'reads-files': [0, 0, 0, /Cannot find module '..\/..\/test\/exercises/],
  'prints-inputs': [0, 0, 0, /"why": "thrown"/],
  'prints-without-end': [0, 4, 5, /beaucoup trop grand/],
  'answers-too-much': [0, 4, 5, /en calculant conv1d/],
  'long-messages': [0, 0, 0, /en calculant conv1d/],
  'deep-answers': [0, 0, 0, /beaucoup trop grand en calculant conv1d[^]*en calculant conv2d/],
  'floods-the-channel': [0, 4, 5, /en calculant conv1d/],
  'hides-spoiled-inputs': [2.75, 4, 5, /Entrées intactes/],
  'never-answers': [0, 4, 5, /Temps dépassé en calculant conv1d/],
  'eats-memory': [0, 4, 5, /[Mm]émoire/],
  'forks-without-end': [0, 4, 5],
  'type-bomb': [0, 4, 5, /trop lourde à vérifier pour TypeScript/],
  'duplicated-answer': [0, 4, 5, /Deux cellules différentes/],
  'forges-metadata': [0, 4, 0],
  '=1+1': [0, 4, 0],
};

const haveBwrap = !spawnSync('bwrap', ['--version']).error;
const command = join(__dirname, '..', '..', 'packages', 'grader', 'bin', 'grade.js');

describe('grading the class of test/grader/class', function () {
  this.timeout('10m');
  let out: string;
  let run: { code: number | null; text: string };
  let results: ClassResult;
  before(async function () {
    if (!haveBwrap) this.skip();
    out = mkdtempSync(join(tmpdir(), 'convolab-grades-'));
    run = await grade([join(__dirname, 'class'), '--out', out, '--timeout', '6']);
    results = JSON.parse(readFileSync(join(out, 'results.json'), 'utf8')) as ClassResult;
  });
  after(() => {
    if (haveBwrap) rmSync(out, { recursive: true });
  });

  const studentCalled = (name: string) => {
    const found = results.students.find(({ student }) => student === name);
    assert.ok(found, `no result for ${name}`);
    return found;
  };

  it('grades all of them, and says by its exit code that one could not be', () => {
    assert.equal(run.code, 1, run.text);
    assert.match(run.text, /not-a-notebook, 1\.2-convolution : ce n’est pas un notebook/);
    assert.deepEqual(
      results.students.map(({ student }) => student),
      Object.keys(expected).sort(),
    );
  });

  for (const [student, [conv1d, conv2d, filterBank, reason]] of Object.entries(expected)) {
    it(`${student} gets ${conv1d} + ${conv2d} + ${filterBank}, and the reason`, () => {
      const { notebooks, total, max } = studentCalled(student);
      const points = notebooks.flatMap(({ exercises }) => exercises.map((each) => each.points));
      assert.deepEqual(points, [conv1d, conv2d, filterBank], JSON.stringify(notebooks, null, 1));
      assert.deepEqual([total, max], [conv1d + conv2d + filterBank, 12]);
      if (reason) assert.match(JSON.stringify(notebooks, null, 1).replaceAll('\\"', '"'), reason);
    });
  }

  it('writes a table with one column an exercise, in which no name is a formula', () => {
    const lines = readFileSync(join(out, 'grades.csv'), 'utf8').trimEnd().split('\n');
    assert.equal(lines[0], 'student,conv1d,conv2d,filterBank,total,max');
    assert.equal(lines.length, 1 + Object.keys(expected).length);
    assert.ok(lines.includes("'=1+1,0,4,0,4,12"));
    assert.ok(lines.includes('half-right,3,2.5,0,5.5,12'));
  });

  it('writes a page for each, in which nothing of a student can run', () => {
    const pages = readdirSync(join(out, 'feedback'));
    assert.equal(pages.length, Object.keys(expected).length);
    for (const page of pages) {
      const text = readFileSync(join(out, 'feedback', page), 'utf8');
      assert.match(text, /default-src 'none'|default-src &#39;none&#39;/);
      assert.doesNotMatch(text, /<script/i);
    }
  });

  it('shows no hidden input that a submission printed or threw', () => {
    const { notebooks } = studentCalled('prints-inputs');
    const hidden = notebooks.flatMap(({ exercises }) =>
      exercises.flatMap(({ criteria }) => criteria.filter((c) => c.visibility === 'hidden')),
    );
    assert.ok(hidden.length > 0);
    const page = readFileSync(join(out, 'feedback', 'prints-inputs.html'), 'utf8');
    for (const test of hidden.flatMap(({ tests }) => tests)) {
      const inputs = /INPUTS (.*)/.exec(test.message ?? '')?.[1];
      if (inputs !== undefined) assert.ok(!page.includes(inputs.slice(0, 40)));
    }
  });

  it('lets nobody read the password file, our environment, a solution or a hidden spec', () => {
    const told = JSON.stringify(studentCalled('reads-files'));
    for (const secret of ['root:x:', 'PATH=', 'BEGIN SOLUTION', 'declareSpecs']) {
      assert.ok(!told.includes(secret), secret);
    }
  });
});

async function grade(args: string[]): Promise<{ code: number | null; text: string }> {
  const child = spawn(process.execPath, [command, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => (text += chunk.toString()));
  }
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  return { code, text };
}
