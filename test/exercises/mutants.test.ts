import assert from 'node:assert/strict';
import { rightAnswers, wrongAnswers } from './attempts';
import { exercisesOf, lessonsWithExercises } from './discover';
import { judge } from './judge';
import { loadReference } from './reference';

for (const lesson of lessonsWithExercises()) {
  describe(`the specs of lesson ${lesson}`, () => {
    const reference = loadReference(lesson);

    for (const exercise of exercisesOf(lesson)) {
      const { id } = exercise;
      const { points } = reference.exercises.find((each) => each.id === id)!;

      describe(id, () => {
        // The lesson's own seed, and two others.
        for (const seed of [lesson, 'another class', 'a third one']) {
          it(`gives the reference all of its points with the seed « ${seed} »`, async () => {
            const attempt = { exercise: id, name: 'reference', functions: {} };
            const result = await judge(lesson, attempt, seed);
            assert.deepEqual(failures(result), []);
            assert.equal(result.points, points);
            assert.equal(result.max, points, 'public and hidden criteria add up');
          });
        }

        const others = rightAnswers(exercise);
        it('has at least two right answers written otherwise', () => {
          assert.ok(others.length >= 2);
        });
        for (const attempt of others) {
          it(`gives all points to the right answer "${attempt.name}"`, async () => {
            const result = await judge(lesson, attempt);
            assert.deepEqual(failures(result), []);
            assert.equal(result.points, points);
          });
        }

        const wrong = wrongAnswers(exercise);
        for (const attempt of wrong) {
          it(`refuses the wrong answer "${attempt.name}"`, async () => {
            const result = await judge(lesson, attempt);
            assert.ok(result.points < points, 'it earned every point');
          });
        }

        for (const name of ['throws at everything', 'is the untouched stub', 'returns nothing']) {
          const attempt = wrong.find((each) => each.name === name);
          if (attempt === undefined) continue;
          it(`gives nothing to the answer that ${name}`, async () => {
            assert.equal((await judge(lesson, attempt)).points, 0);
          });
        }
      });
    }
  });
}

type Result = Awaited<ReturnType<typeof judge>>;

const failures = (result: Result): string[] =>
  result.criteria.flatMap(({ name, tests }) =>
    tests
      .filter(({ ok }) => !ok)
      .map(({ title, message }) => `${name} / ${title}: ${message ?? ''}`),
  );
