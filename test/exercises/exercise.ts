import type { ExerciseContext } from '@convolab/grader/spec';
import type { Answer } from './answer';
import type { CaseSource } from './case-source';
import type { Mistake } from './mistake';
import type { Equivalent } from './mutation/equivalent';

/**
 * All that judges one exercise and teaches it, beside its statement and its reference answer in
 * `solutions/src`. It is what `test/exercises/<lesson>/<exercise>/index.ts` exports by default.
 *
 * `Names` lists the exercise's functions.
 */
export interface Exercise<Names extends string = string> {
  /** As the front matter of the lesson's text declares it: the name of the main function. */
  id: string;
  /** For each function, the names of its parameters in order: what a message calls the inputs. */
  parameters: Record<Names, string[]>;
  /** What the public cases are worth together; the hidden criteria are worth the rest. */
  publicPoints: number;
  cases: CaseSource[];
  mistakes: Mistake[];
  /** Wrong answers beyond the mistakes, by what is wrong with them (English). */
  mutants: Record<string, Answer>;
  /** Right answers written otherwise than the reference, by what they do otherwise (English). */
  alternatives: Record<string, Answer>;
  /** Automatic mutants of the reference that answer as it does. */
  equivalents?: Equivalent[];
  /** Declares the hidden criteria: seeded cases against the reference and an oracle. */
  hidden: (context: ExerciseContext<Names>) => void;
  /** French markdown, shown one after the other by `hint`. */
  hints: readonly [idea: string, plan: string, almostCode: string];
  /** French markdown, shown by `check` after success: the idea of the reference, never its text. */
  afterword: string;
  /** Where a failing check sends the student. */
  lessonSection: { lesson: string; title: string };
}

/**
 * Declares an exercise, its names checked against each other.
 *
 * @example
 * export default defineExercise({ id: 'conv1d', parameters: { conv1d: ['x', 'k'] }, ... });
 */
export const defineExercise = <Names extends string>(exercise: Exercise<Names>): Exercise =>
  exercise;
