import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ExerciseDeclaration } from 'nbconvert-ts-runner';
import { feedbackPage } from '../feedback/page';
import type { NotebookResult } from '../judge/judge-submission';
import { scoreStudent, type StudentResult } from '../score/score';
import { MarkSheet } from './mark-sheet';
import { withMarks } from './marks';

const project: ExerciseDeclaration = {
  id: 'project',
  title: 'Projet',
  points: 10,
  functions: ['project'],
  imports: [],
  instructor: [
    { name: 'Compte rendu', points: 3 },
    { name: 'Code lisible', points: 2.5 },
  ],
};

const judged = (student: string, status: NotebookResult['status'] = 'graded'): StudentResult =>
  scoreStudent(
    student,
    [
      {
        lesson: 'P9-projet',
        title: 'Projet',
        status,
        exercises: [
          {
            exercise: 'project',
            title: 'Projet',
            points: status === 'graded' ? 4.5 : 0,
            max: status === 'graded' ? 4.5 : 10,
            seed: '',
            reasons: [],
            notices: [],
            criteria:
              status === 'graded'
                ? [{ name: 'Mesuré', visibility: 'public', points: 4.5, max: 4.5, tests: [] }]
                : [],
          },
        ],
      },
    ],
    [],
  );

describe('the marks of an instructor', () => {
  let out: string;
  let file: string;
  beforeEach(() => {
    out = mkdtempSync(join(tmpdir(), 'marks-'));
    file = join(out, 'instructor.csv');
  });
  afterEach(() => {
    rmSync(out, { recursive: true });
  });

  /** One run of the command: reads what is there, adds it, writes what is open. */
  const run = (...students: StudentResult[]) => {
    const sheet = new MarkSheet(out, [project]);
    const marked = students.map((student) => withMarks(student, [project], sheet.find));
    return { marked, ...sheet.write(marked) };
  };
  const text = (): string => readFileSync(file, 'utf8');

  it('are asked for: a line a student and criterion, and no points until they are entered', () => {
    const { marked, open } = run(judged('amina'), judged('bruno', 'missing'));
    assert.equal(open, 2);
    assert.equal(
      text(),
      'student,exercise,criterion,max,points,comment\namina,project,Compte rendu,3,,\n' +
        'amina,project,Code lisible,2.5,,\n',
    );
    assert.deepEqual(
      marked.map(({ total, max }) => [total, max]),
      [
        [4.5, 10],
        [0, 10],
      ],
    );
    assert.match(feedbackPage(marked[0]!), /Compte rendu[^]*pas encore noté/);
  });

  it('count once they are entered, with their comment, and no line is ever lost', () => {
    run(judged('amina'));
    const filled = text()
      .replace('Compte rendu,3,,', 'Compte rendu,3,2,"clair, mais <b>court</b>"')
      .replace('2.5,,', '2.5,0,');
    writeFileSync(file, `${filled}zoé,other,Un autre,4,4,d’un autre carnet\n`);
    const { marked, open } = run(judged('amina'), judged('bruno'));
    assert.equal(open, 2);
    assert.deepEqual([marked[0]!.total, marked[0]!.max], [6.5, 10]);
    const page = feedbackPage(marked[0]!);
    assert.match(page, /clair, mais &lt;b&gt;court&lt;\/b&gt;/);
    assert.match(page, /0 \/ 2,5/);
    assert.ok(text().startsWith(filled));
    assert.match(
      text(),
      /zoé,other,Un autre,4,4,d’un autre carnet\nbruno,project,Compte rendu,3,,/,
    );
    const before = text();
    run(judged('amina'), judged('bruno'));
    assert.equal(text(), before);
  });

  it('are read as spreadsheets write them: semicolons, decimal commas, Windows letters, a mark before', () => {
    const sheet =
      'student;exercise;criterion;max;points;comment\r\nzoé;project;Code lisible;2,5;1,5;très bien\r\n';
    for (const bytes of [Buffer.from(`\ufeff${sheet}`), Buffer.from(sheet, 'latin1')]) {
      writeFileSync(file, bytes);
      const { marked } = run(judged('zoé'));
      assert.equal(marked[0]!.total, 6);
      assert.match(feedbackPage(marked[0]!), /très bien/);
      assert.match(text(), /zoé;project;Compte rendu;3;;/);
    }
  });

  it('find a student whose name looks like a formula', () => {
    run(judged('=1+1'));
    assert.match(text(), /^'=1\+1,project,Compte rendu/m);
    writeFileSync(file, text().replace('rendu,3,,', 'rendu,3,3,'));
    assert.equal(run(judged('=1+1')).marked[0]!.total, 7.5);
  });

  for (const [what, row, message] of [
    ['too many points', 'a,project,Compte rendu,3,4,', /ligne 2 : « 4 » points.*noté de 0 à 3/],
    ['points below 0', 'a,project,Compte rendu,3,-1,', /ligne 2 : « -1 » points/],
    ['points that are no number', 'a,project,Compte rendu,3,bien,', /ligne 2 : « bien » points/],
    ['a criterion that is none', 'a,project,Rapport,3,1,', /« Rapport » n’est pas un critère/],
    [
      'a line twice',
      'a,project,Compte rendu,3,1,\na,project,Compte rendu,3,2,',
      /ligne 3 : même étudiant et même critère qu’à la ligne 2/,
    ],
    ['a line cut short', 'a,project', /Invalid Record Length/],
  ] as const) {
    it(`are refused, and left as they are, where there is ${what}`, () => {
      writeFileSync(file, `student,exercise,criterion,max,points,comment\n${row}\n`);
      const before = text();
      assert.throws(() => run(judged('a')), { name: 'MarksRefused', message });
      assert.equal(text(), before);
    });
  }

  it('leave no file where nothing is marked by a person', () => {
    const { instructor: _, ...plain } = project;
    const sheet = new MarkSheet(out, [plain]);
    assert.equal(sheet.write([judged('amina')]).open, 0);
    assert.equal(existsSync(file), false);
  });
});
