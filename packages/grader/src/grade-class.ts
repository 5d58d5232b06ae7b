import { loadAssignments } from './assignment/load-assignment';
import { rulesOf } from './assignment/rules';
import { Journal } from './gradebook/journal';
import { writeGradebook } from './gradebook/write-gradebook';
import { listSubmissions, type Intake } from './intake/list-submissions';
import { withMarks } from './instructor/marks';
import { MarkSheet } from './instructor/mark-sheet';
import type { StudentResult } from './score/score';
import { gradeAll } from './work/grade-all';

export interface GradeOptions {
  /** ConvoLab's root: texts, solutions, specs. */
  root: string;
  /** Folder of `STUDENT/NOTEBOOK.ipynb`, `STUDENT/ANY.zip`, `ANY.zip`. */
  submissions: string;
  /** Folder for the grades; those that are there are replaced. */
  out: string;
  /** False runs submissions with our own rights: only for code that was read. */
  sandboxed: boolean;
  /** How many submissions are graded side by side. */
  jobs: number;
  /** For the student's code, an exercise, in milliseconds: its cells, and again its calls. */
  timeoutMs: number;
  /** For TypeScript, a cell, in milliseconds of processor time; 20 s where not given. */
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
 * Grades a class and writes its gradebook: intake, read, sandbox, judge, score, gradebook.
 *
 * Judges are processes of their own and write nothing; whatever a submission does costs that submission
 * alone. Interrupted, it goes on at the next call where it was.
 *
 * @returns the results, how many of them an interrupted run had left, and what a person has still to mark
 * @throws NothingToGrade when no known notebook is found
 * @throws MarksRefused when what an instructor entered cannot be meant: before the first submission
 * @throws OutputRefused when `out` cannot be written to: before the first submission
 * @throws Error when our own texts, specs or solutions are at fault: before the first submission
 */
export async function gradeClass(
  options: GradeOptions,
): Promise<{ result: ClassResult; recalled: number; toMark: { open: number; path: string } }> {
  const { root, sandboxed, timeoutMs, compileTimeoutMs = 20_000 } = options;
  const all = loadAssignments(root);
  const { submissions, refused } = await listSubmissions(
    options.submissions,
    all.map(({ lesson }) => lesson),
  );
  const assignments = all.filter(({ lesson }) =>
    submissions.some(({ notebooks }) => notebooks.has(lesson)),
  );
  const lessons = assignments.map(({ lesson }) => lesson);
  if (assignments.length === 0) {
    throw new NothingToGrade(
      `Aucun notebook à noter dans ${options.submissions} : il y a ${submissions.length} étudiant(s), mais ` +
        `aucun fichier ÉTUDIANT/${all.map(({ lesson }) => lesson).join('.ipynb ou ÉTUDIANT/')}.ipynb, ` +
        'ni zip de « npm run submit ».' +
        refused
          .slice(0, 5)
          .map(({ name, reason }) => `\n  ${name} : ${reason}`)
          .join(''),
    );
  }
  const limits = { sandboxed, timeoutMs, compileTimeoutMs };
  const declared = assignments.flatMap((each) => each.exercises);
  const marks = new MarkSheet(options.out, declared);
  const journal = new Journal(options.out, rulesOf(root, assignments, limits));
  const judged = await gradeAll({
    submissions,
    assignments,
    settings: { root, lessons, ...limits },
    jobs: options.jobs,
    journal,
    onProgress: options.onProgress,
  });
  const students = judged.map((student) => withMarks(student, declared, marks.find));
  const result = { lessons, exercises: declared.map(({ id }) => id), students, refused };
  writeGradebook(options.out, result);
  const toMark = marks.write(students);
  journal.remove();
  return { result, recalled: journal.recalled, toMark };
}
