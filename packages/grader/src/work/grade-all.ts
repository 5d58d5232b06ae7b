import { short, timeFor } from '@convolab/submission';
import type { Assignment } from '../assignment/load-assignment';
import type { Journal } from '../gradebook/journal';
import type { Submission } from '../intake/submission';
import { ungraded } from '../judge/ungraded';
import { scoreStudent, type StudentResult } from '../score/score';
import { JudgeFailed, JudgeProcess } from './judge-process';
import type { JudgeSettings } from './messages';

export interface GradeAllInput {
  submissions: Submission[];
  assignments: Assignment[];
  settings: JudgeSettings;
  /** How many submissions are graded side by side. */
  jobs: number;
  /** Results as they come; those of a run that was interrupted are taken from it. */
  journal: Journal;
  onProgress?: ((done: number, total: number) => void) | undefined;
}

/**
 * Grades submissions, each in the process of a judge; the results stand in the order of submissions.
 *
 * @throws Error when our own solutions do not earn every point: before the first submission
 */
export async function gradeAll(input: GradeAllInput): Promise<StudentResult[]> {
  const { submissions, settings, journal, onProgress } = input;
  const results = submissions.map((submission) => journal.recall(submission));
  const open = [...submissions.entries()].filter(([index]) => results[index] === undefined);
  const judges: JudgeProcess[] = [];
  const newJudge = (): JudgeProcess => {
    const judge = new JudgeProcess(settings, deadlineMs(input));
    judges.push(judge);
    return judge;
  };
  const tell = (): void => onProgress?.(results.filter(Boolean).length, submissions.length);
  try {
    if (open.length > 0) await newJudge().check();
    while (judges.length < Math.min(input.jobs, open.length)) newJudge();
    tell();
    const queue = open.values();
    const work = async (judge: JudgeProcess): Promise<void> => {
      for (const [index, submission] of queue) {
        const result = await gradeOrTell(judge, submission, input);
        results[index] = result;
        journal.add(submission, result);
        tell();
      }
    };
    await Promise.all(judges.map(work));
  } finally {
    for (const judge of judges) judge.close();
  }
  return results.filter((result) => result !== undefined);
}

/** A judge that ended is started once more; who ends two has 0 and a reason, and the others go on. */
async function gradeOrTell(
  judge: JudgeProcess,
  submission: Submission,
  { assignments }: GradeAllInput,
): Promise<StudentResult> {
  try {
    return await judge.grade(submission).catch(() => judge.grade(submission));
  } catch (error) {
    if (!(error instanceof JudgeFailed)) throw error;
    const reason = `incident de notre côté, à signaler (${short(error.message)})`;
    const notebooks = assignments.map((assignment) => ungraded(assignment, 'fault', reason));
    return scoreStudent(submission.student, notebooks, submission.notices);
  }
}

/** Far above what a judge's own limits add up to: only one that hangs meets it. */
function deadlineMs({ assignments, settings }: GradeAllInput): number {
  const exercises = assignments.flatMap((each) => each.exercises);
  const longest = Math.max(...exercises.map((each) => timeFor(each, settings.timeoutMs)));
  const most = exercises.length * (exercises.length + 2);
  return 600_000 + most * (2 * longest + 20 * settings.compileTimeoutMs);
}
