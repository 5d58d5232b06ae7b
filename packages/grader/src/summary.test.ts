import assert from 'node:assert/strict';
import { scoreStudent } from './score/score';
import { summary } from './summary';

describe('summary()', () => {
  const graded = (student: string, notices: string[]) =>
    scoreStudent(
      student,
      [{ lesson: 'toy', title: 'Toy', status: 'graded', exercises: [] }],
      notices,
    );
  const resultOf = (...students: ReturnType<typeof graded>[]) => ({
    lessons: ['toy'],
    exercises: [],
    students,
    refused: [{ name: 'x.zip', reason: 'ce zip ne contient pas de notebook' }],
  });

  it('says what was not taken, and what is to be known of those who were graded', () => {
    const text = summary(resultOf(graded('amina', ['Le reçu du zip est illisible.'])), 'out');
    assert.match(text, /pris en compte :\n {2}x\.zip : ce zip ne contient pas/);
    assert.match(text, /À savoir :\n {2}amina : Le reçu du zip est illisible\.\n1 étudiant,/);
  });

  it('prints no more than can be read', () => {
    const notices = Array.from({ length: 50 }, (_, i) => `notice ${i}.`);
    assert.match(summary(resultOf(graded('amina', notices)), 'out'), /notice 29\.\n.* 20 autres/);
  });
});
