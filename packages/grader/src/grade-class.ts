import { loadAssignments, type Assignment } from './assignment/load-assignment';
import { checkAssignment } from './assignment/check-assignment';
import { listSubmissions, type Intake, type Submission } from './intake/list-submissions';
import { judgeNotebookOrTell, type NotebookResult } from './judge/judge-submission';
import type { Solution } from './judge/solution';
import { Workbench } from './judge/workbench';
import type { Sandbox } from './sandbox/sandbox';
import { scoreStudent, type StudentResult } from './score/score';

export interface GradeOptions {
  /** ConvoLab's root: texts, solutions, specs. */
  root: string;
  /** Folder of `STUDENT/NOTEBOOK.ipynb`. */
  submissions: string;
  sandbox: Sandbox;
  /** How many submissions are graded side by side. */
  jobs: number;
  /** For the student's code, an exercise, in milliseconds. */
  timeoutMs: number;
  /** For TypeScript, a cell, in milliseconds; 20 s where not given. */
  compileTimeoutMs?: number;
  onProgress?: (done: number, total: number) => void;
}

/** A class's results, as results.json holds them. */
export interface ClassResult {
  lessons: string[];
  /** The exercises' ids: the columns of grades.csv. */
  exercises: string[];
  students: StudentResult[];
  /** What lay in the folder and could not be anybody's submission. */
  refused: Intake['refused'];
}

/** Raised when there is nothing to grade: the instructor named another folder than they meant. French. */
export class NothingToGrade extends Error {
  override name = 'NothingToGrade';
}

/**
 * Grades a class: intake, read, sandbox, judge, score. Writes nothing.
 *
 * Whatever a submission does costs that submission alone.
 *
 * @throws NothingToGrade when no known notebook is found
 * @throws Error when our own texts, specs or solutions are at fault: before the first submission
 */
export async function gradeClass(options: GradeOptions): Promise<ClassResult> {
  const all = loadAssignments(options.root);
  const lessons = all.map(({ lesson }) => lesson);
  const { submissions, refused } = listSubmissions(options.submissions, lessons);
  const assignments = all.filter(({ lesson }) =>
    submissions.some(({ notebooks }) => notebooks.has(lesson)),
  );
  if (assignments.length === 0) {
    throw new NothingToGrade(
      `Aucun notebook à noter dans ${options.submissions} : il y a ${submissions.length} dossier(s) ` +
        `d’étudiant, mais aucun fichier ÉTUDIANT/${lessons.join('.ipynb ou ÉTUDIANT/')}.ipynb.`,
    );
  }
  const students = await gradeAll(submissions, assignments, options);
  return {
    lessons: assignments.map(({ lesson }) => lesson),
    exercises: assignments.flatMap(({ exercises }) => exercises.map(({ id }) => id)),
    students,
    refused,
  };
}

/** Several workers take submissions from one queue; the results stand in the order of students. */
async function gradeAll(
  submissions: Submission[],
  assignments: Assignment[],
  { jobs, onProgress, compileTimeoutMs = 20_000, ...options }: GradeOptions,
): Promise<StudentResult[]> {
  const results: StudentResult[] = [];
  const solutions = new Map<string, Promise<Solution>>();
  const newBench = () => new Workbench({ ...options, compileTimeoutMs }, solutions);
  const first = newBench();
  const benches = [first];
  try {
    for (const assignment of assignments) await checkAssignment(assignment, first);
    while (benches.length < Math.min(jobs, submissions.length)) {
      benches.push(newBench());
    }
    const queue = submissions.entries();
    const work = async (bench: Workbench): Promise<void> => {
      for (const [index, submission] of queue) {
        results[index] = await gradeStudent(submission, assignments, bench);
        onProgress?.(results.filter(Boolean).length, submissions.length);
      }
    };
    await Promise.all(benches.map(work));
  } finally {
    await Promise.all(benches.map((bench) => bench.close()));
  }
  return results;
}

async function gradeStudent(
  { student, notebooks, notices }: Submission,
  assignments: Assignment[],
  bench: Workbench,
): Promise<StudentResult> {
  const results: NotebookResult[] = [];
  for (const assignment of assignments) {
    results.push(await judgeNotebookOrTell(assignment, notebooks.get(assignment.lesson), bench));
  }
  return scoreStudent(student, results, notices);
}
