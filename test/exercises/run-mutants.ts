/** npm run mutants: tries the specs on wrong and right answers, and prints what each one earned. */
import { alternatives, mutants } from './1.2-convolution.mutants';
import { judge } from './judge';
import type { Attempt } from './mutant';

const lesson = '1.2-convolution';

/** One line of the table: what an attempt earned, and the first criterion that it lost. */
async function line(attempt: Attempt, expected: 'dies' | 'passes'): Promise<boolean> {
  const { points, max, criteria } = await judge(lesson, attempt);
  const lost = criteria.filter((criterion) => criterion.points === 0).map(({ name }) => name);
  const asExpected = expected === 'dies' ? points < max : points === max;
  const verdict = points < max ? 'dies' : 'passes';
  console.log(
    [
      asExpected ? 'ok ' : 'BAD',
      attempt.exercise.padEnd(10),
      verdict.padEnd(6),
      `${points}/${max}`.padEnd(7),
      attempt.name + (lost.length > 0 ? `  [${lost.join(', ')}]` : ''),
    ].join('  '),
  );
  return asExpected;
}

async function main(): Promise<void> {
  let bad = 0;
  console.log('Wrong answers: each must lose points');
  for (const attempt of mutants) if (!(await line(attempt, 'dies'))) bad++;
  console.log('\nRight answers written otherwise: each must earn all points');
  for (const attempt of alternatives) if (!(await line(attempt, 'passes'))) bad++;
  console.log(`\n${mutants.length} wrong, ${alternatives.length} right, ${bad} misjudged`);
  if (bad > 0) process.exitCode = 1;
}

void main();
