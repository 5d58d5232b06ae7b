import type { CasesFile, ExerciseCases } from './cases';
import type { CheckRecord } from './progress-file';

/** Where a student stands in one exercise: the best of the checks so far. */
export interface ExerciseStanding {
  id: string;
  title: string;
  /** What it earns comes on top: the lesson's points are without it. */
  bonus: boolean;
  /** Public cases passed, of how many; null where nothing was checked yet. */
  best: { passed: number; cases: number } | null;
  /** Points of the public cases, and what is earned of them: as in the grade, all or nothing. */
  earned: number;
  points: number;
}

export interface LessonStanding {
  lesson: string;
  exercises: ExerciseStanding[];
  earned: number;
  points: number;
}

/** Puts results in the order of the lessons and their exercises. Those of unknown exercises are left out. */
export function standingsOf(
  files: readonly CasesFile[],
  records: readonly CheckRecord[],
): LessonStanding[] {
  return files.map(({ lesson, exercises }) => {
    const standings = Object.entries(exercises).map(([id, exercise]) =>
      standingOf(id, exercise, records),
    );
    return {
      lesson,
      exercises: standings,
      earned: total(standings, 'earned'),
      points: total(withoutBonus(standings), 'points'),
    };
  });
}

function standingOf(
  id: string,
  { title, bonus = false, publicPoints = 0 }: ExerciseCases,
  records: readonly CheckRecord[],
): ExerciseStanding {
  const own = records.filter((record) => record.exercise === id && record.cases > 0);
  const best = own.reduce<CheckRecord | null>(
    (first, next) => (first === null || share(next) >= share(first) ? next : first),
    null,
  );
  const earned = best !== null && best.passed === best.cases ? publicPoints : 0;
  return { id, title, bonus, best, earned, points: publicPoints };
}

const share = ({ passed, cases }: CheckRecord): number => passed / cases;

/** What counts in full points: a bonus comes on top. */
export const withoutBonus = <T extends { bonus?: boolean }>(items: readonly T[]): T[] =>
  items.filter(({ bonus }) => !bonus);

export const total = <Key extends string>(
  items: readonly Record<Key, number>[],
  key: Key,
): number => items.reduce((sum, item) => sum + item[key], 0);
