/**
 * The process of a judge: specs, solutions, compiler, sandboxes. It grades one submission at a time for
 * the coordinator that started it, and ends with it.
 *
 * What a submission does to its judge, by long answers or by a flaw of ours, costs the others nothing.
 */
import { NoSandbox } from '@convolab/submission';
import { checkAssignment } from './assignment/check-assignment';
import { loadAssignments, type Assignment } from './assignment/load-assignment';
import type { Submission } from './intake/submission';
import { judgeNotebookOrTell, type NotebookResult } from './judge/judge-submission';
import { Workbench } from './judge/workbench';
import { BubblewrapSandbox } from './sandbox/sandbox';
import { scoreStudent, type StudentResult } from './score/score';
import type { JudgeReply, JudgeRequest, JudgeSettings } from './work/messages';

interface Judge {
  assignments: Assignment[];
  bench: Workbench;
}

function start(settings: JudgeSettings): void {
  const judge = Promise.resolve(settings).then(setUp);
  judge.catch(() => undefined); // told with the first answer
  process.on('SIGINT', () => undefined); // meant for the coordinator, which then leaves us
  process.on('disconnect', () => process.exit());
  process.on('message', (request: JudgeRequest) => {
    void answer(request, judge).then((reply) => process.send?.(reply));
  });
}

/** @throws Error when a notebook to grade is not among our texts, or nothing can be sandboxed here */
function setUp({ root, lessons, sandboxed, ...limits }: JudgeSettings): Judge {
  const all = loadAssignments(root);
  const assignments = lessons.map((lesson) => {
    const found = all.find((each) => each.lesson === lesson);
    if (!found) throw new Error(`Cannot grade ${lesson}: no text of that name under ${root}.`);
    return found;
  });
  const sandbox = sandboxed ? new BubblewrapSandbox() : new NoSandbox();
  process.on('exit', () => {
    sandbox.close();
  });
  return { assignments, bench: new Workbench({ root, sandbox, ...limits }) };
}

async function answer(request: JudgeRequest, judge: Promise<Judge>): Promise<JudgeReply> {
  try {
    const { assignments, bench } = await judge;
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
