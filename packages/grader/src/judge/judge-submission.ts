import {
  planCells,
  readNotebook,
  readSubmittedNotebook,
  short,
  type PlannedCell,
  type Session,
} from '@convolab/submission';
import type { Assignment } from '../assignment/load-assignment';
import { judgeExercise, type ExerciseResult } from './judge-exercise';
import { ungraded } from './ungraded';
import type { Workbench } from './workbench';

/** One notebook of one student, graded or with the reason why not. */
export interface NotebookResult {
  lesson: string;
  title: string;
  /** `fault`: ours, not the student's. */
  status: 'graded' | 'unreadable' | 'missing' | 'fault';
  /** French; only where it was not graded. */
  reason?: string;
  exercises: ExerciseResult[];
}

/**
 * Grades one notebook: each exercise in a sandbox of its own, the next one started ahead.
 *
 * @param path the notebook's file, or undefined when none was handed in
 */
export async function judgeNotebook(
  assignment: Assignment,
  path: string | undefined,
  bench: Workbench,
): Promise<NotebookResult> {
  if (path === undefined) {
    return ungraded(
      assignment,
      'missing',
      `aucun fichier ${assignment.lesson}.ipynb n’a été rendu`,
    );
  }
  const file = await readSubmittedNotebook(path);
  if ('reason' in file) return ungraded(assignment, 'unreadable', file.reason);
  return judgeBytes(assignment, file.bytes, bench);
}

/** The same, for a notebook already read. */
export async function judgeBytes(
  assignment: Assignment,
  bytes: Buffer,
  bench: Workbench,
): Promise<NotebookResult> {
  const notebook = readNotebook(bytes);
  if (!notebook.ok) return ungraded(assignment, 'unreadable', notebook.reason);
  const plan = planCells(assignment, notebook.cells);
  const solution = await bench.solution(assignment);
  const deadly = new Set<PlannedCell>();
  const exercises: ExerciseResult[] = [];
  bench.compiler.startSubmission();
  for (const [index, exercise] of assignment.exercises.entries()) {
    const next = assignment.exercises[(index + 1) % assignment.exercises.length];
    const newSession = (): Session => {
      const session = bench.takeSession(exercise);
      if (next) bench.prepareSession(next);
      return session;
    };
    const { compiler } = bench;
    const input = { assignment, exercise, plan, solution, compiler, newSession, deadly };
    // A fault of ours costs no grade the first time: once more, this exercise only.
    exercises.push(await judgeExercise(input).catch(() => judgeExercise(input)));
  }
  const { lesson, title } = assignment;
  return { lesson, title, status: 'graded', exercises };
}

/** The same, but a fault of ours costs nobody else their grade: it is told. */
export async function judgeNotebookOrTell(
  ...input: Parameters<typeof judgeNotebook>
): Promise<NotebookResult> {
  try {
    return await judgeNotebook(...input);
  } catch (error) {
    const why = short(error instanceof Error ? error.message : String(error));
    return ungraded(input[0], 'fault', `incident de notre côté, à signaler (${why})`);
  }
}
