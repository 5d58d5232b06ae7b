import { judgeBytes } from '../judge/judge-submission';
import type { Workbench } from '../judge/workbench';
import type { Assignment } from './load-assignment';

/**
 * Grades the solutions as if a student had handed them in: they must earn every point.
 *
 * So a broken spec, a missing type or a sandbox that cannot run shows before it costs a class its
 * grades.
 *
 * @throws Error naming the first criterion that the solutions do not earn
 */
export async function checkAssignment(assignment: Assignment, bench: Workbench): Promise<void> {
  const result = await judgeBytes(assignment, solutionNotebook(assignment), bench);
  for (const exercise of result.exercises) {
    if (exercise.points === exercise.max) continue;
    const lost = exercise.criteria.find(({ points, max }) => points < max);
    const test = lost?.tests.find(({ ok }) => !ok);
    throw new Error(
      `Cannot grade ${assignment.lesson}: its own solution earns ${exercise.points} of ${exercise.max} ` +
        `points in '${exercise.exercise}' (${lost?.name ?? result.reason ?? 'no criterion'}: ` +
        `${test?.message ?? exercise.reasons.join(' ')}); mend the solution or the spec.`,
    );
  }
}

/** The solutions as a notebook file. */
function solutionNotebook(assignment: Assignment): Buffer {
  const cells = assignment.cells.map(({ id, solution }) => ({
    cell_type: 'code',
    id,
    source: solution,
  }));
  return Buffer.from(JSON.stringify({ nbformat: 4, nbformat_minor: 5, cells }));
}
