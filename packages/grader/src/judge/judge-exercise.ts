import {
  explain,
  openDoor,
  runExercise,
  typeAsker,
  type CellCompiler,
  type Plan,
  type PlannedCell,
  type Session,
} from '@convolab/submission';
import type { ExerciseDeclaration } from 'nbconvert-ts-runner';
import type { Assignment } from '../assignment/load-assignment';
import { runSpecs, type CriterionResult } from '../spec';
import { sum } from '../spec/run';
import type { Solution } from './solution';

/** What an exercise earned, and why no more. Texts are French; they may quote the student: escape. */
export interface ExerciseResult {
  exercise: string;
  title: string;
  points: number;
  max: number;
  /** Its points come on top. */
  bonus?: boolean | undefined;
  seed: string;
  /** Why points were lost as a whole; empty where each criterion speaks for itself. */
  reasons: string[];
  /** What was passed over without costing anything by itself. */
  notices: string[];
  criteria: CriterionResult[];
}

export interface JudgeInput {
  assignment: Assignment;
  exercise: ExerciseDeclaration;
  plan: Plan;
  solution: Solution;
  compiler: CellCompiler;
  /** Gives a fresh sandbox; ours to close. */
  newSession: () => Session;
  deadly: Set<PlannedCell>;
}

/**
 * Judges one exercise of one submission.
 *
 * On this side: mocha, the specs, the solution. On the other: the student's cells, which answer calls.
 */
export async function judgeExercise(input: JudgeInput): Promise<ExerciseResult> {
  const { assignment, exercise, plan, solution } = input;
  const { run, session } = await runExercise({ ...input, exercise: exercise.id });
  try {
    const reasons = [...run.answerFaults, ...(run.dead === null ? [] : [run.dead])];
    const { student, missing } = await openDoor({
      exercise,
      session,
      askType: typeAsker(input.compiler, run.declarations),
      dead: run.dead,
      onDeath: (reason) => reasons.push(reason),
    });
    const result = await runSpecs({
      files: assignment.specs,
      exercise: exercise.id,
      student,
      solution,
      seed: assignment.lesson,
      stubs: assignment.exercises.map(({ id }) => id),
    });
    const byPerson = sum(exercise.instructor?.map(({ points }) => points) ?? []);
    if (sum([result.max, byPerson]) !== exercise.points) {
      throw new Error(
        `Cannot grade '${exercise.id}': its criteria are worth ${result.max} points, a person marks ${byPerson}, ` +
          `and its front matter says ${exercise.points}; make them equal.`,
      );
    }
    const lost = result.points < result.max;
    const state = plan.answers.get(exercise.id) ?? 'missing';
    return {
      exercise: exercise.id,
      title: exercise.title,
      points: result.points,
      max: result.max,
      bonus: exercise.bonus,
      seed: result.seed,
      reasons: lost ? explain(state, reasons, missing) : [],
      notices: run.notices,
      criteria: result.criteria,
    };
  } finally {
    session.close();
  }
}
