import assert from 'node:assert/strict';
import { readFrontMatter, writeFrontMatter } from './front-matter';

const read = (yaml: string) => readFrontMatter(yaml, 'x.nb.ts');

describe('readFrontMatter()', () => {
  it('fills in what an exercise leaves out', () => {
    const yaml = 'title: T\nexercises:\n  - {id: conv1d, title: Convolution 1D, points: 3}';
    assert.deepEqual(read(yaml), {
      title: 'T',
      exercises: [
        {
          id: 'conv1d',
          title: 'Convolution 1D',
          points: 3,
          functions: ['conv1d'],
          imports: [],
        },
      ],
    });
  });

  it('reads back what writeFrontMatter() wrote', () => {
    const yaml =
      'title: "Deux : points"\nexercises:\n  - {id: f, title: T, points: 1, functions: [f, g], fixtures: [h]}';
    assert.deepEqual(read(yaml).exercises[0]?.fixtures, ['h']);
    assert.deepEqual(read(writeFrontMatter(read(yaml))), read(yaml));
  });

  it('takes types among what is called, where nothing is imported', () => {
    const one = (more: string) =>
      read(`title: T\nexercises:\n  - {id: Out, title: T, points: 1, ${more}}`).exercises[0];
    assert.deepEqual(one('types: [Out]')?.functions, ['Out']);
    assert.deepEqual(one('types: [Out], functions: [Out, f]')?.types, ['Out']);
    assert.throws(() => one('types: [In]'), /exercises\.0\.types: must be among the functions/);
    assert.throws(() => one('types: [Out], imports: [x]'), /exercises\.0\.imports: must be empty/);
  });

  it('names every field that is wrong', () => {
    const yaml = 'title: T\nexercises:\n  - {id: f, titel: T, points: 0}';
    assert.throws(() => read(yaml), /exercises\.0\.title: .*exercises\.0\.points: .*"titel"/s);
  });

  it('names the line of a YAML error as the text counts it', () => {
    assert.throws(
      () => read('title: T\nexercises: [a'),
      /^TextError: x\.nb\.ts:[34]: front matter is no YAML/,
    );
  });

  it('wants a title', () => {
    assert.throws(() => read(''), /no front matter; begin with/);
    assert.throws(() => read('exercises: []'), /title: /);
  });
});
