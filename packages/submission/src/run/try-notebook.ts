import { reportOf, type CaseResult, type CasesFile } from '@convolab/lib/public-cases';
import type { ExerciseDeclaration } from 'nbconvert-ts-runner';
import type { Handout } from '../read/handout';
import type { SubmittedCell } from '../read/notebook';
import { planCells, type AnswerState, type PlannedCell } from '../read/plan-cells';
import { CellCompiler } from './cell-compiler';
import { endWithUs } from './end-with-us';
import { explain } from './explain';
import { timeFor } from './limits';
import { runExercise } from './run-exercise';
import { NoSandbox } from './sandbox';
import { Session } from './session';
import { openDoor } from './student-door';
import { tryCase } from './try-case';
import { typeAsker } from './type-asker';

/** What became of one exercise on its public cases. Texts are French. */
export interface Trial {
  exercise: ExerciseDeclaration;
  state: AnswerState;
  passed: number;
  cases: number;
  /** Why it cannot be graded as it stands: the answer itself is at fault. */
  faults: string[];
  /** What its cases say, where nothing else explains them: the first that fails, and the mistake it looks like. */
  failures: string[];
  /** What was passed over in other cells. */
  notices: string[];
}

export interface TryInput {
  /** ConvoLab's root: what imports are resolved from. */
  root: string;
  handout: Handout;
  cases: CasesFile;
  cells: SubmittedCell[];
  onProgress?: (done: number) => void;
}

/** As the grader has them by default. */
const timeoutMs = 20_000;
const compileTimeoutMs = 20_000;

/**
 * Runs a notebook as the grader will, exercise by exercise in a fresh process each, and calls the answers on the
 * public cases. Nothing shuts the code in: it is one's own, on one's own machine; time and memory have limits.
 */
export async function tryNotebook(input: TryInput): Promise<Trial[]> {
  const { root, handout, cells, onProgress } = input;
  const plan = planCells(handout, cells);
  const sandbox = new NoSandbox();
  const compiler = new CellCompiler(sandbox, root, [], compileTimeoutMs);
  const takeBack = endWithUs(() => sandbox.close());
  const deadly = new Set<PlannedCell>();
  const trials: Trial[] = [];
  const tryOne = async (exercise: ExerciseDeclaration): Promise<Trial> => {
    const { imports, computes } = exercise;
    const limits = { cwd: root, imports, computes, timeoutMs: timeFor(exercise, timeoutMs) };
    const newSession = () => new Session(sandbox, limits);
    const run = { exercise: exercise.id, plan, compiler, newSession, deadly };
    const opened = await runExercise(run);
    try {
      const state = plan.answers.get(exercise.id) ?? 'missing';
      return await callAnswers(input, exercise, state, { ...opened, compiler });
    } finally {
      opened.session.close();
    }
  };
  try {
    for (const exercise of handout.exercises) {
      trials.push(await tryOne(exercise));
      onProgress?.(trials.length);
    }
    return trials;
  } finally {
    await compiler.close();
    takeBack();
  }
}

async function callAnswers(
  { cases }: TryInput,
  exercise: ExerciseDeclaration,
  state: AnswerState,
  { run, session, compiler }: Awaited<ReturnType<typeof runExercise>> & { compiler: CellCompiler },
): Promise<Trial> {
  const reasons = [...run.answerFaults, ...(run.dead === null ? [] : [run.dead])];
  const { student, missing } = await openDoor({
    exercise,
    session,
    askType: typeAsker(compiler, run.declarations),
    dead: run.dead,
    onDeath: (reason) => reasons.push(reason),
  });
  const own = cases.exercises[exercise.id] ?? { title: '', points: 0, cases: [] };
  const results: CaseResult[] = [];
  for (const item of own.cases) {
    results.push({ item, outcome: await tryCase(student, item, exercise.fixtures) });
  }
  const passed = results.filter(({ outcome }) => outcome.kind === 'passed').length;
  const all = results.length > 0 && passed === results.length;
  const faults = all ? [] : explain(state, reasons, missing);
  const { rows, notes } = reportOf(exercise.id, own, results);
  const first = rows.find(({ ok }) => !ok);
  const failures = first
    ? [`« ${first.name} » : ${first.reason.replace(/\.$/, '')}.`, ...notes]
    : [];
  return {
    exercise,
    state,
    passed,
    cases: results.length,
    faults,
    failures: faults.length > 0 ? [] : failures,
    notices: run.notices,
  };
}
