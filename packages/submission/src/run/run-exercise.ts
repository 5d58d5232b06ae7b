import type { Plan, PlannedCell } from '../read/plan-cells';
import type { CellCompiler } from './cell-compiler';
import { runCells, type CellsRun } from './run-cells';
import type { Session } from './session';

export interface RunExerciseInput {
  /** The exercise's id. */
  exercise: string;
  plan: Plan;
  compiler: CellCompiler;
  /** Gives a fresh sandbox; the last one is the caller's to close. */
  newSession: () => Session;
  deadly: Set<PlannedCell>;
}

/**
 * Runs the student's cells, those of other exercises too: what works in the notebook works here. An
 * answer to another exercise that ends the program costs that exercise, so here we begin again without.
 */
export async function runExercise(
  input: RunExerciseInput,
): Promise<{ run: CellsRun; session: Session }> {
  const { exercise, plan, compiler, newSession, deadly } = input;
  for (;;) {
    const session = newSession();
    try {
      await session.ready();
      const run = await runCells({ cells: plan.cells, exercise, compiler, session, deadly });
      const { killer } = run;
      if (killer?.role !== 'answer' || killer.exercise === exercise) return { run, session };
      session.close();
    } catch (error) {
      session.close();
      throw error;
    }
  }
}
