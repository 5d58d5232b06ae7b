import { holes, score, type Fate, type Trial } from './try-mutants';

/** The line of an exercise in the table of automatic mutants; below it, what is wrong with it. */
export function linesOf(trial: Trial): string[] {
  const { exercise, fates, stale } = trial;
  const count = (fate: Fate): number => fates.filter((each) => each.fate === fate).length;
  const open = holes(trial.fates);
  const figures = [
    `${fates.length} mutants`.padEnd(11),
    `${count('killed')} killed`.padEnd(10),
    `${count('endless')} endless`.padEnd(10),
    `${count('invalid')} invalid`.padEnd(9),
    `${count('survived') - open.length} equivalent`.padEnd(13),
    `${(100 * score(trial)).toFixed(1)} %`,
  ];
  return [
    [open.length + stale.length === 0 ? 'ok ' : 'BAD', exercise.padEnd(14), ...figures].join('  '),
    ...open.flatMap(({ mutator, line, becomes }) => [
      `       survives (${mutator})`,
      `         - ${line}`,
      `         + ${becomes}`,
    ]),
    ...stale.flatMap(({ line, becomes }) => [
      '       is listed as equivalent, and no mutant of that text survives: strike it from the list',
      `         - ${line}`,
      `         + ${becomes}`,
    ]),
  ];
}
