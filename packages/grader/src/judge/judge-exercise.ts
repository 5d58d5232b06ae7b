import type { ExerciseDeclaration } from 'nbconvert-ts-runner';
import type { Assignment } from '../assignment/load-assignment';
import type { AnswerState, Plan, PlannedCell } from '../read/plan-cells';
import { runSpecs, type CriterionResult } from '../spec';
import type { CellCompiler } from './cell-compiler';
import { runCells, type CellsRun } from './run-cells';
import type { Session } from './session';
import type { Solution } from './solution';
import { openDoor } from './student-door';

/** What an exercise earned, and why no more. Texts are French; they may quote the student: escape. */
export interface ExerciseResult {
  exercise: string;
  title: string;
  points: number;
  max: number;
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
  const { run, session } = await runAllCells(input);
  try {
    const reasons = [...run.answerFaults, ...(run.dead === null ? [] : [run.dead])];
    const { student, missing } = await openDoor(exercise.functions, session, run.dead, (reason) => {
      reasons.push(reason);
    });
    const result = await runSpecs({
      files: assignment.specs,
      exercise: exercise.id,
      student,
      solution,
      seed: assignment.lesson,
      stubs: assignment.exercises.map(({ id }) => id),
    });
    if (result.max !== exercise.points) {
      throw new Error(
        `Cannot grade '${exercise.id}': its criteria are worth ${result.max} points and its front matter ` +
          `says ${exercise.points}; make them equal.`,
      );
    }
    const lost = result.points < result.max;
    const state = plan.answers.get(exercise.id) ?? 'missing';
    return {
      exercise: exercise.id,
      title: exercise.title,
      points: result.points,
      max: result.max,
      seed: result.seed,
      reasons: lost ? explain(state, reasons, missing) : [],
      notices: run.notices,
      criteria: result.criteria,
    };
  } finally {
    session.close();
  }
}

/**
 * Runs the student's cells, those of other exercises too: what works in the notebook works here. An
 * answer to another exercise that ends the program costs that exercise, so here we begin again without.
 */
async function runAllCells(input: JudgeInput): Promise<{ run: CellsRun; session: Session }> {
  const { exercise, plan, compiler, newSession, deadly } = input;
  for (;;) {
    const session = newSession();
    try {
      await session.ready();
      const run = await runCells({
        cells: plan.cells,
        exercise: exercise.id,
        compiler,
        session,
        deadly,
      });
      const { killer } = run;
      if (killer?.role !== 'answer' || killer.exercise === exercise.id) return { run, session };
      session.close();
    } catch (error) {
      session.close();
      throw error;
    }
  }
}

/** Why points were lost, the cause first and its consequences left out. */
function explain(state: AnswerState, faults: string[], missing: string[]): string[] {
  const reasons = [...explainState(state), ...faults];
  return reasons.length > 0 ? reasons : explainMissing(missing);
}

function explainState(state: AnswerState): string[] {
  switch (state) {
    case 'found':
      return [];
    case 'untouched':
      return ['La cellule de réponse est restée telle qu’elle était : rien n’y est écrit.'];
    case 'missing':
      return [
        'La cellule de réponse n’est plus dans le notebook : la fonction a été cherchée dans les autres cellules.',
      ];
    case 'duplicated':
      return [
        'Deux cellules différentes se présentent comme la même cellule de réponse : aucune n’a été retenue.',
      ];
    case 'not-code':
      return ['La cellule de réponse n’est plus une cellule de code : elle n’a pas été exécutée.'];
  }
}

function explainMissing(missing: string[]): string[] {
  if (missing.length === 0) return [];
  const names = missing.map((name) => `« ${name} »`).join(', ');
  return [`Aucune cellule ne définit ${names} : gardez le nom de la fonction.`];
}
