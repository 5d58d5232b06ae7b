import fc from 'fast-check';
import assert from 'node:assert/strict';
import { buildText } from './build-text';
import { cellsFromNotebook } from './from-notebook';
import type { LessonText } from './lessons';
import { mergeCells } from './merge-cells';
import { notebookToJson } from './notebook-json';
import { printFrontMatter, printPercent } from './print-percent';
import { anyCells } from './testing/any-cells';

const LESSON: LessonText = {
  lesson: '1.2-c',
  text: 'notebooks/src/1.2-c.nb.ts',
  notebooks: [{ path: 'notebooks/1.2-c.ipynb', edition: 'lesson' }],
};
const SOLUTIONS: LessonText = {
  lesson: '1.2-c',
  text: 'solutions/src/1.2-c.nb.ts',
  notebooks: [
    { path: 'solutions/1.2-c.ipynb', edition: 'solution' },
    { path: 'exercises/1.2-c.ipynb', edition: 'student' },
  ],
};
const HEAD = '// ---\n// title: T\n// ---\n';
const DECLARED =
  '// ---\n// title: T\n// exercises:\n//   - {id: f, title: F, points: 2}\n// ---\n';
const ANSWER = [
  '// %% id=ans1 role=answer exercise=f',
  'function f() {',
  '  // BEGIN SOLUTION',
  '  return 1;',
  '  // END SOLUTION',
  '  // STUB| return 0;',
  '}',
  '',
].join('\n');

describe('buildText()', () => {
  it('gives a notebook of format 4.5 for the tslab kernel, without outputs', () => {
    const { notebook } =
      buildText(LESSON, `${HEAD}// %% id=a1\nx;\n`).notebooks[0] ?? assert.fail();
    assert.equal(`${String(notebook.nbformat)}.${String(notebook.nbformat_minor)}`, '4.5');
    assert.equal(notebook.metadata.kernelspec?.name, 'tslab');
    assert.deepEqual(notebook.cells, [
      {
        cell_type: 'code',
        id: 'a1',
        metadata: {},
        source: ['x;'],
        execution_count: null,
        outputs: [],
      },
    ]);
  });

  it('folds the code of a cell tagged « replie », which comes back as it was', () => {
    const text = `${HEAD}// %% id=a1 tags=replie\nx;\n// %% id=b2 tags=autre\ny;\n`;
    const { notebook } = buildText(LESSON, text).notebooks[0] ?? assert.fail();
    assert.deepEqual(
      notebook.cells.map(({ metadata }) => metadata),
      [{ jupyter: { source_hidden: true }, tags: ['replie'] }, { tags: ['autre'] }],
    );
    assert.deepEqual(
      cellsFromNotebook(notebook).map(({ tags }) => tags),
      [['replie'], ['autre']],
    );
  });

  it('gives the same bytes each time, on Windows too', () => {
    const text = `${DECLARED}${ANSWER}`;
    const bytes = (content: string) =>
      buildText(SOLUTIONS, content).notebooks.map(({ notebook }) => notebookToJson(notebook));
    assert.deepEqual(bytes(text), bytes(text));
    assert.deepEqual(bytes(text.replace(/\n/g, '\r\n')), bytes(text));
  });

  it('leaves a complete text alone and keeps CRLF when it gives ids', () => {
    const complete = `${HEAD}// %% id=a1\r\n\r\n\r\n  x ;\n`;
    assert.equal(buildText(LESSON, complete).text, complete);
    const text = buildText(LESSON, `${HEAD}// %%\nx;\n`.replace(/\n/g, '\r\n')).text;
    assert.match(text, /^(?:[^\r\n]*\r\n)+$/);
    assert.match(text, /\/\/ %% id=[a-z0-9]{8}\r\n/);
  });

  it('puts the answer into the solution edition, the stub into the student edition', () => {
    const [solution, student] = buildText(SOLUTIONS, `${DECLARED}${ANSWER}`).notebooks.map(
      ({ notebook }) => cellsFromNotebook(notebook).at(-1)?.source,
    );
    assert.equal(
      solution,
      'function f() {\n  // BEGIN SOLUTION\n  return 1;\n  // END SOLUTION\n}',
    );
    assert.equal(student, 'function f() {\n  return 0;\n}');
  });

  it('then the way back through the notebook is the identity', () => {
    fc.assert(
      fc.property(anyCells, fc.boolean(), (cells, tight) => {
        const plain = cells.map(({ exercise: _exercise, role: _role, ...cell }) => cell);
        const printed = printPercent(printFrontMatter('title: T   # kept'), plain);
        const text = tight ? printed.replace(/\n\n\/\/ %% /g, '\n// %% ') : printed;
        const built = buildText(LESSON, text);
        const json = notebookToJson(built.notebooks[0]?.notebook ?? assert.fail());
        const back = cellsFromNotebook(JSON.parse(json) as never);
        assert.equal(mergeCells(built.parsed, back), text);
      }),
    );
  });

  it('brings stubs back on the way back', () => {
    const text = `${DECLARED}${ANSWER}`;
    const built = buildText(SOLUTIONS, text);
    const solution = built.notebooks[0]?.notebook ?? assert.fail();
    assert.equal(mergeCells(built.parsed, cellsFromNotebook(solution)), text);
  });

  it('refuses a text that breaks a rule, with the line', () => {
    const cases: [LessonText, string, RegExp][] = [
      [LESSON, `${HEAD}// %% id=a\n// %% id=a\n`, /:5: cell id a belongs to the cell at line 4/],
      [LESSON, `${HEAD}// %% id=student-edition\n`, /:4: .*the generated first cell/],
      [LESSON, `${HEAD}// %%\n// BEGIN SOLUTION\n`, /:4: a solution mark stands in a lesson/],
      [LESSON, `${DECLARED}${ANSWER}`, /exercise|lesson/],
      [LESSON, `${HEAD}// %% exercise=g\n`, /:4: exercise g is not declared; .*declares: none/],
      [
        SOLUTIONS,
        `${DECLARED}${ANSWER}// %% role=check\n`,
        /:13: a cell with role=check names no exercise/,
      ],
      [SOLUTIONS, DECLARED, /exercise f has no answer cell/],
      [SOLUTIONS, `${DECLARED}${ANSWER.replace('role=answer', 'role=free')}`, /is no answer/],
      [
        SOLUTIONS,
        `${DECLARED}${ANSWER.replace('  // END SOLUTION\n', '')}`,
        /:6: BEGIN SOLUTION is never ended/,
      ],
    ];
    for (const [place, content, message] of cases) {
      assert.throws(() => buildText(place, content), { name: 'TextError', message });
    }
  });
});
