/**
 * npm run mutants            tries the specs on wrong and right answers, and prints what each earned:
 *                            those that are written by hand, then the automatic mutants of the references
 * npm run mutants -- LESSON  the same for one lesson
 */
import { rightAnswers, wrongAnswers, type Attempt } from './attempts';
import { exercisesOf, lessonsWithExercises } from './discover';
import { judge } from './judge';
import { automaticMutants } from './mutation/mutants';
import { linesOf } from './mutation/report';
import { enough, score, tryMutants } from './mutation/try-mutants';

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

/** @returns how many answers were misjudged */
async function byHand(lesson: string): Promise<number> {
  let bad = 0;
  console.log('Wrong answers: each must lose points');
  for (const attempt of exercisesOf(lesson).flatMap(wrongAnswers)) {
    if (!(await line(lesson, attempt, 'dies'))) bad++;
  }
  console.log('Right answers written otherwise: each must earn all points');
  for (const attempt of exercisesOf(lesson).flatMap(rightAnswers)) {
    if (!(await line(lesson, attempt, 'passes'))) bad++;
  }
  return bad;
}

/** @returns how many exercises refuse too few of their automatic mutants */
async function automatic(lesson: string): Promise<number> {
  let bad = 0;
  console.log('Automatic mutants of the reference: each must lose points');
  const mutants = automaticMutants(lesson);
  for (const exercise of exercisesOf(lesson)) {
    const its = mutants.filter((mutant) => mutant.exercise === exercise.id);
    const trial = await tryMutants(lesson, exercise, its);
    console.log(linesOf(trial).join('\n'));
    if (score(trial) < enough || trial.stale.length > 0) bad++;
  }
  return bad;
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
  let [misjudged, open] = [0, 0];
  for (const lesson of lessons) {
    console.log(`\n${lesson}`);
    misjudged += await byHand(lesson);
    open += await automatic(lesson);
  }
  console.log(`\n${misjudged} answers misjudged, ${open} exercises that refuse too few mutants`);
  if (misjudged + open > 0) process.exitCode = 1;
}

void main();
