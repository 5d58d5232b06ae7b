/**
 * The process of a judge: specs, solutions, compiler, sandboxes. It grades one submission at a time for
 * the coordinator that started it, and ends with it.
 *
 * What a submission does to its judge, by long answers or by a flaw of ours, costs the others nothing.
 */
import { checkAssignment } from './assignment/check-assignment';
import { loadAssignments, type Assignment } from './assignment/load-assignment';
import type { Submission } from './intake/list-submissions';
import { judgeNotebookOrTell, type NotebookResult } from './judge/judge-submission';
import { Workbench } from './judge/workbench';
import { BubblewrapSandbox, NoSandbox } from './sandbox/sandbox';
import { scoreStudent, type StudentResult } from './score/score';
import type { JudgeReply, JudgeRequest, JudgeSettings } from './work/messages';

function start({ root, lessons, sandboxed, ...limits }: JudgeSettings): void {
  const sandbox = sandboxed ? new BubblewrapSandbox() : new NoSandbox();
  const bench = new Workbench({ root, sandbox, ...limits });
  const assignments = loadAssignments(root).filter(({ lesson }) => lessons.includes(lesson));
  process.on('exit', () => {
    sandbox.close();
  });
  process.on('SIGINT', () => undefined); // meant for the coordinator, which then leaves us
  process.on('disconnect', () => process.exit());
  process.on('message', (request: JudgeRequest) => {
    void answer(request, assignments, bench).then((reply) => process.send?.(reply));
  });
}

async function answer(
  request: JudgeRequest,
  assignments: Assignment[],
  bench: Workbench,
): Promise<JudgeReply> {
  try {
    if (request.op === 'grade') {
      return { kind: 'graded', result: await gradeStudent(request.submission, assignments, bench) };
    }
    for (const assignment of assignments) await checkAssignment(assignment, bench);
    return { kind: 'checked' };
  } catch (error) {
    return { kind: 'fault', message: error instanceof Error ? error.message : String(error) };
  }
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

start(JSON.parse(process.argv[2] ?? '{}') as JudgeSettings);
