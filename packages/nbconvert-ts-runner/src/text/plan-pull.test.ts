import type { INotebookContent } from '@jupyterlab/nbformat';
import assert from 'node:assert/strict';
import { buildText } from './build-text';
import type { LessonText } from './lessons';
import { notebookToJson } from './notebook-json';
import { planPull } from './plan-pull';

const PLACE: LessonText = {
  lesson: 'l',
  text: 'notebooks/src/l.nb.ts',
  notebooks: [{ path: 'notebooks/l.ipynb', edition: 'lesson' }],
};
const TEXT = [
  '// ---',
  "// title: 'T' # a comment that must stay",
  '// ---',
  '// %% [markdown] id=m1 items=31-39',
  '// Texte.',
  '// %% id=c1 role=given',
  '',
  'const x  =  1;',
  '',
].join('\n');

type Cell = INotebookContent['cells'][number];

/** The notebook of `text`, edited as JupyterLab would leave it. */
function edited(text: string, edit: (cells: Cell[]) => Cell[]): INotebookContent {
  const { notebook } = buildText(PLACE, text).notebooks[0] ?? assert.fail();
  const saved = JSON.parse(notebookToJson(notebook)) as INotebookContent;
  return { ...saved, cells: edit(saved.cells) };
}
const same = (cells: Cell[]) => cells;
const setX2 = (cells: Cell[]) =>
  cells.map((cell) => (cell['id'] === 'c1' ? { ...cell, source: 'const x = 2;\n' } : cell));
const plan = (text: string, notebook: INotebookContent) =>
  planPull(PLACE, text, notebook, 'notebooks/l.ipynb');
const pulled = (notebook: INotebookContent) => {
  const found = plan(TEXT, notebook);
  return found.state === 'notebook-changed' ? found.built.text : assert.fail(found.state);
};

describe('planPull()', () => {
  it('finds nothing where nothing changed, or only outputs', () => {
    assert.equal(plan(TEXT, edited(TEXT, same)).state, 'same');
    const executed = edited(TEXT, (cells) =>
      cells.map((cell) => ({
        ...cell,
        outputs: [{ output_type: 'stream', name: 'stdout', text: 'a' }],
        execution_count: 7,
        metadata: { ...cell.metadata, execution: {}, collapsed: true },
      })),
    );
    assert.equal(plan(TEXT, executed).state, 'same');
  });

  it('sees that only the text changed', () => {
    assert.equal(plan(`${TEXT}\n// more\n`, edited(TEXT, same)).state, 'text-changed');
  });

  it('rewrites only the cell that was edited', () => {
    assert.equal(pulled(edited(TEXT, setX2)), TEXT.replace('\nconst x  =  1;', 'const x = 2;'));
  });

  it('keeps the id that JupyterLab gave a new cell', () => {
    const fresh: Cell = {
      cell_type: 'markdown',
      id: 'aa-bb',
      metadata: {},
      source: ['Fin.\n', '\n', 'Oui.'],
    };
    const text = pulled(edited(TEXT, (cells) => [...cells, fresh]));
    assert.equal(text, `${TEXT}\n// %% [markdown] id=aa-bb\n// Fin.\n//\n// Oui.\n`);
  });

  it('follows cells that were moved, deleted or tagged', () => {
    const swapped = pulled(edited(TEXT, ([a, b]) => [b, a].flatMap((cell) => cell ?? [])));
    assert.ok(swapped.indexOf('id=c1') < swapped.indexOf('id=m1'));
    assert.ok(!pulled(edited(TEXT, (cells) => cells.slice(1))).includes('Texte.'));
    const tagged = pulled(
      edited(TEXT, (cells) =>
        cells.map((cell) => ({ ...cell, metadata: { ...cell.metadata, tags: ['t'] } })),
      ),
    );
    assert.match(tagged, /id=m1 items=31-39 tags=t\n[^]*id=c1 role=given tags=t\n/);
  });

  it('keeps the line ends of the text', () => {
    const windows = TEXT.replace(/\n/g, '\r\n');
    const found = plan(windows, edited(TEXT, setX2));
    assert.ok(found.state === 'notebook-changed');
    assert.match(found.built.text, /^(?:[^\r\n]*\r\n)+$/);
  });

  it('stops where both changed', () => {
    assert.equal(plan(TEXT.replace('Texte', 'Autre'), edited(TEXT, setX2)).state, 'both-changed');
  });

  it('does not stop where both changed alike', () => {
    const alike = TEXT.replace('\nconst x  =  1;', 'const x = 2;');
    assert.equal(plan(alike, edited(TEXT, setX2)).state, 'notebook-changed');
  });

  it('stops before a notebook that it did not build', () => {
    const foreign = { ...edited(TEXT, setX2), metadata: {} };
    assert.equal(plan(TEXT, foreign).state, 'both-changed');
  });

  it('refuses what a text cannot hold, and says what to do', () => {
    const pasted = edited(TEXT, (cells) =>
      cells.map((cell) => ({ ...cell, source: 'x', attachments: { 'image.png': {} } })),
    );
    assert.throws(
      () => plan(TEXT, pasted),
      /l\.ipynb: cell m1 holds the pasted file image\.png.*save it as a file/,
    );
    const marked = edited(TEXT, (cells) =>
      cells.map((cell) => ({ ...cell, source: '// BEGIN SOLUTION' })),
    );
    assert.throws(
      () => plan(TEXT, marked),
      /pulled into a text, it breaks a rule: .*solutions belong in/,
    );
  });
});
