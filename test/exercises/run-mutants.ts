/**
 * npm run mutants            tries the specs on wrong and right answers, and prints what each earned
 * npm run mutants -- LESSON  the same for one lesson
 */
import { rightAnswers, wrongAnswers, type Attempt } from './attempts';
import { exercisesOf, lessonsWithExercises } from './discover';
import { judge } from './judge';

/** One line of the table: what an attempt earned, and the first criterion that it lost. */
async function line(lesson: string, attempt: Attempt, expected: 'dies' | 'passes') {
  const { points, max, criteria } = await judge(lesson, attempt);
  const lost = criteria.filter((criterion) => criterion.points === 0).map(({ name }) => name);
  const asExpected = expected === 'dies' ? points < max : points === max;
  const verdict = points < max ? 'dies' : 'passes';
  console.log(
    [
      asExpected ? 'ok ' : 'BAD',
      attempt.exercise.padEnd(14),
      verdict.padEnd(6),
      `${points}/${max}`.padEnd(7),
      attempt.name + (lost.length > 0 ? `  [${lost.join(', ')}]` : ''),
    ].join('  '),
  );
  return asExpected;
}

async function main(): Promise<void> {
  const only = process.argv[2];
  const lessons = lessonsWithExercises().filter((lesson) => (only ?? lesson) === lesson);
  if (lessons.length === 0) {
    throw new Error(
      `Cannot try '${only ?? ''}': no lesson of that name has exercises; ` +
        `use one of ${lessonsWithExercises().join(', ')}.`,
    );
  }
  let [wrong, right, bad] = [0, 0, 0];
  for (const lesson of lessons) {
    console.log(`\n${lesson}\nWrong answers: each must lose points`);
    for (const attempt of exercisesOf(lesson).flatMap(wrongAnswers)) {
      wrong++;
      if (!(await line(lesson, attempt, 'dies'))) bad++;
    }
    console.log('Right answers written otherwise: each must earn all points');
    for (const attempt of exercisesOf(lesson).flatMap(rightAnswers)) {
      right++;
      if (!(await line(lesson, attempt, 'passes'))) bad++;
    }
  }
  console.log(`\n${wrong} wrong, ${right} right, ${bad} misjudged`);
  if (bad > 0) process.exitCode = 1;
}

void main();
