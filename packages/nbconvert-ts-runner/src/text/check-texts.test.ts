import assert from 'node:assert/strict';
import { buildText } from './build-text';
import { checkTexts, type Files } from './check-texts';
import type { LessonText } from './lessons';
import { notebookToJson } from './notebook-json';

const place = (lesson: string): LessonText => ({
  lesson,
  text: `solutions/src/${lesson}.nb.ts`,
  notebooks: [
    { path: `solutions/${lesson}.ipynb`, edition: 'solution' },
    { path: `exercises/${lesson}.ipynb`, edition: 'student' },
  ],
});
const TEXT = [
  '// ---',
  '// title: T',
  '// exercises: [{id: f, title: F, points: 1}]',
  '// ---',
  '// %% id=a1 role=answer exercise=f',
  '// BEGIN SOLUTION',
  'const theAnswerIs = 42;',
  '// END SOLUTION',
  '',
].join('\n');

/** A root in memory where everything is right, then spoiled by `spoil`. */
function problems(lessons: string[], spoil: (disk: Map<string, string>) => void): string[] {
  const all = lessons.map(place);
  const disk = new Map<string, string>();
  for (const one of all) {
    disk.set(one.text, TEXT);
    for (const { path, notebook } of buildText(one, TEXT).notebooks) {
      disk.set(path, notebookToJson(notebook));
    }
  }
  spoil(disk);
  const files: Files = {
    read: (path) => disk.get(path),
    studentFiles: () => [...disk.keys()].filter((path) => path.startsWith('exercises/')),
  };
  return checkTexts(all, all, files).map(
    ({ path, message, mend }) => `${path}${message} [${mend ?? ''}]`,
  );
}
const change = (path: string, edit: (content: string) => string) => (disk: Map<string, string>) =>
  disk.set(path, edit(disk.get(path) ?? ''));

describe('checkTexts()', () => {
  it('is content with what nbts build wrote', () => {
    assert.deepEqual(
      problems(['l'], () => undefined),
      [],
    );
  });

  it('finds one byte of difference and names the command', () => {
    const found = problems(
      ['l'],
      change('solutions/l.ipynb', (json) => json.replace('42', '43')),
    );
    assert.deepEqual(found, [
      'solutions/l.ipynb:16: differs from what its text gives [nbts build l]',
    ]);
  });

  it('finds outputs', () => {
    const found = problems(
      ['l'],
      change('solutions/l.ipynb', (json) =>
        json.replace('"execution_count": null', '"execution_count": 3'),
      ),
    );
    assert.match(found[0] ?? '', /holds outputs, and differs/);
  });

  it('finds a missing notebook and a cell without id', () => {
    assert.deepEqual(
      problems(['l'], (disk) => disk.delete('exercises/l.ipynb')),
      ['exercises/l.ipynb is missing [nbts build l]'],
    );
    assert.deepEqual(
      problems(
        ['l'],
        change('solutions/src/l.nb.ts', (text) => text.replace('id=a1 ', '')),
      ),
      ['solutions/src/l.nb.ts: cells have no id yet [nbts build l]'],
    );
  });

  it('finds an exercise id that another text declares', () => {
    const found = problems(['k', 'l'], () => undefined);
    assert.match(
      found[0] ?? '',
      /^solutions\/src\/l\.nb\.ts: exercise f is declared in solutions\/src\/k\.nb\.ts too/,
    );
  });

  it('finds a line of a solution in any file under exercises/', () => {
    const found = problems(['l'], (disk) =>
      disk.set('exercises/l.cases.json', '{"hint": "const theAnswerIs = 42;"}'),
    );
    assert.deepEqual(found, [
      'exercises/l.cases.json holds a line of a solution of solutions/src/l.nb.ts: "const theAnswerIs = 42;" []',
    ]);
  });

  it('names a text that cannot be read, and goes on', () => {
    const found = problems(
      ['k', 'l'],
      change('solutions/src/k.nb.ts', () => 'x'),
    );
    assert.equal(found.length, 1);
    assert.match(found[0] ?? '', /^solutions\/src\/k\.nb\.ts:1: text stands before the first cell/);
  });
});
