import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeWhole } from '@convolab/submission';
import { scoreStudent, type StudentResult } from '../score/score';
import { gradesCsv } from './grades-csv';

const student = (name: string, ...points: number[]): StudentResult =>
  scoreStudent(
    name,
    [
      {
        lesson: 'toy',
        title: 'Toy',
        status: 'graded',
        exercises: points.map((earned, index) => ({
          exercise: `e${index}`,
          title: '',
          points: earned,
          max: 3,
          seed: '',
          reasons: [],
          notices: [],
          criteria: [],
        })),
      },
    ],
    [],
  );

describe('scoreStudent()', () => {
  it('adds points without the dust of binary fractions, a bonus on top', () => {
    assert.equal(student('a', 0.1, 0.2).total, 0.3);
    assert.equal(student('a', 1, 2).max, 6);
    const [notebook] = student('a', 3, 3).notebooks;
    notebook!.exercises[1]!.bonus = true;
    const { total, max } = scoreStudent('a', [notebook!], []);
    assert.deepEqual({ total, max }, { total: 6, max: 3 });
  });
});

describe('gradesCsv()', () => {
  it('gives one line a student and one column an exercise', () => {
    assert.equal(
      gradesCsv(['e0', 'e1'], [student('amina', 3, 2.5), student('zoé', 0, 0)]),
      'student,e0,e1,total,max\namina,3,2.5,5.5,6\nzoé,0,0,0,6\n',
    );
  });

  it('lets no name be a formula or break the table', () => {
    for (const name of ['=1+1', '+1', '-1', '@SUM(A1)']) {
      const line = gradesCsv(['e0'], [student(name, 1)]).split('\n')[1] ?? '';
      assert.ok(line.startsWith(`'${name},`), line);
    }
    assert.match(gradesCsv(['e0'], [student('a,"b"', 1)]), /\n"a,""b""",1,1,3\n/);
  });
});

describe('writeWhole()', () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'convolab-whole-'))));
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  it('makes the folders on the way, and replaces what was there', () => {
    const file = join(folder, 'a', 'b.txt');
    writeWhole(file, ['old']);
    writeWhole(file, ['n', 'ew']);
    assert.equal(readFileSync(file, 'utf8'), 'new');
    assert.deepEqual(readdirSync(join(folder, 'a')), ['b.txt']);
  });

  it('leaves what was there when it cannot write, and no draft', () => {
    mkdirSync(join(folder, 'taken'));
    writeFileSync(join(folder, 'taken', 'inside'), 'kept');
    assert.throws(() => {
      writeWhole(join(folder, 'taken'), ['new']);
    });
    assert.deepEqual(readdirSync(folder), ['taken']);
  });
});
