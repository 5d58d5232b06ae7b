import assert from 'node:assert/strict';
import { alternatives, mutants } from './1.2-convolution.mutants';
import { judge } from './judge';
import { loadReference } from './reference';

const lesson = '1.2-convolution';

describe('the specs of lesson 1.2', () => {
  const { exercises, functions } = loadReference(lesson);

  for (const { id, points } of exercises) {
    describe(id, () => {
      it('gives the reference all of its points, by public and hidden criteria that add up', async () => {
        const result = await judge(lesson, { exercise: id, name: 'reference', functions });
        assert.deepEqual(failures(result), []);
        assert.equal(result.points, points);
        assert.equal(result.max, points);
      });

      for (const seed of ['another class', 'a third one']) {
        it(`gives the reference all of its points with the seed of ${seed}`, async () => {
          const result = await judge(lesson, { exercise: id, name: 'reference', functions }, seed);
          assert.deepEqual(failures(result), []);
        });
      }

      const others = alternatives.filter(({ exercise }) => exercise === id);
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

      for (const attempt of mutants.filter(({ exercise }) => exercise === id)) {
        it(`refuses the wrong answer "${attempt.name}"`, async () => {
          const result = await judge(lesson, attempt);
          assert.ok(result.points < points, 'it earned every point');
        });
      }

      for (const name of ['throws at everything', 'is the untouched stub', 'returns nothing']) {
        const attempt = mutants.find((each) => each.exercise === id && each.name === name);
        if (attempt === undefined) continue;
        it(`gives nothing to the answer that ${name}`, async () => {
          assert.equal((await judge(lesson, attempt)).points, 0);
        });
      }
    });
  }
});

type Result = Awaited<ReturnType<typeof judge>>;

const failures = (result: Result): string[] =>
  result.criteria.flatMap(({ name, tests }) =>
    tests
      .filter(({ ok }) => !ok)
      .map(({ title, message }) => `${name} / ${title}: ${message ?? ''}`),
  );
