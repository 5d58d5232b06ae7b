import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exercisesOf, lessonsWithExercises } from './discover';
import { judge } from './judge';

describe('the exercises', () => {
  const lesson = '1.2-convolution';
  let root: string;

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'exercises-'));
  });
  afterEach(() => {
    rmSync(root, { recursive: true });
  });

  const write = (folder: string, text: string): void => {
    mkdirSync(join(root, lesson, folder), { recursive: true });
    writeFileSync(join(root, lesson, folder, 'index.ts'), text);
  };

  it('are found by their folders, in the order of the notebook', () => {
    assert.ok(lessonsWithExercises().includes(lesson));
    write('a', "export default { id: 'filterBank' };");
    write('b', "export default { id: 'conv2d' };");
    write('c', "export default { id: 'conv1d' };");
    mkdirSync(join(root, lesson, 'not-an-exercise'));
    mkdirSync(join(root, 'not-a-lesson'));
    assert.deepEqual(lessonsWithExercises(root), [lesson]);
    assert.deepEqual(
      exercisesOf(lesson, root).map(({ id }) => id),
      ['conv1d', 'conv2d', 'filterBank'],
    );
  });

  it('are refused where the notebook declares others', () => {
    write('a', "export default { id: 'conv1d' };");
    assert.throws(() => exercisesOf(lesson, root), /holds conv1d, and .* declares conv1d, conv2d/);
    write('b', "export default { id: 'conv2d' };");
    write('c', "export default { id: 'filterBank' };");
    write('d', "export default { id: 'conv2d' };");
    assert.throws(() => exercisesOf(lesson, root), /make them the same/);
  });

  it('are refused where an index exports none', () => {
    write('a', 'export const exercise = 1;');
    assert.throws(() => exercisesOf(lesson, root), /write export default defineExercise/);
  });

  it('are not judged on a function that they do not have', () => {
    const attempt = { exercise: 'conv1d', name: 'typo', functions: { convid: () => 1 } };
    assert.throws(() => judge(lesson, attempt), /no function 'convid'; it has conv1d/);
  });
});
