import assert from 'node:assert/strict';
import { rightAnswers, wrongAnswers } from './attempts';
import { exercisesOf, lessonsWithExercises } from './discover';
import { isTypeFunction, typeAnswer, withCompiler } from './type-answer';

describe('an answer that is a type', function () {
  this.timeout(60_000);

  it('is called as a function is, and gives text', async () => {
    const twice = typeAnswer('Twice', 'type Twice<N extends number> = [N, N];');
    assert.equal(await twice(3), '[3, 3]');
    await assert.rejects(async () => (await twice("'a'")) as unknown, { name: 'TypeScript' });
  });

  for (const exercise of lessonsWithExercises().flatMap((lesson) => exercisesOf(lesson))) {
    const sources = [...wrongAnswers(exercise), ...rightAnswers(exercise)].flatMap((attempt) =>
      Object.values(attempt.functions)
        .filter(isTypeFunction)
        .map(({ source }) => [attempt.name, source] as const),
    );
    if (sources.length === 0) continue;
    it(`compiles, right or wrong, for ${exercise.id}`, async () => {
      for (const [name, source] of sources) {
        const compiled = await withCompiler((compiler) => compiler.compile('', source));
        assert.ok(compiled.ok, `${name}: ${JSON.stringify(compiled)}`);
      }
    });
  }
});
