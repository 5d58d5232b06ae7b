import Mocha from 'mocha';
import { isStudentDead, isStudentError } from '@convolab/submission';
import { isMismatch, isStubOf, type Why } from './errors';
import { SeededRandom } from './random';
import { collectCriteria, loadSpec, type CriterionEntry, type Visibility } from './registry';

export interface RunSpecsOptions {
  /** Spec files, public and hidden; in the grade their criteria stand in this order. */
  files: string[];
  /** The exercise to run, out of all that the files declare. */
  exercise: string;
  student: Record<string, (...args: unknown[]) => Promise<unknown>>;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- a spec calls it with its own types
  solution: Record<string, (...args: any[]) => any>;
  /** Recorded with the grade; usually the assignment's name. The exercise's id is added to it. */
  seed: string;
  /** Exercises whose unwritten answer is no refusal; by default the one that is run. */
  stubs?: string[];
}

export interface TestResult {
  title: string;
  ok: boolean;
  /** French; quotes values, so never show a hidden test's. */
  message?: string;
  /** The same, coarse enough for a hidden test. */
  why?: Why;
}

export interface CriterionResult {
  name: string;
  /** `instructor`: a person marks it, and it holds no test. */
  visibility: Visibility | 'instructor';
  points: number;
  max: number;
  tests: TestResult[];
  /** French: what the person says of it. */
  comment?: string;
  /** Nobody has marked it yet. */
  pending?: boolean;
}

export interface SpecResult {
  exercise: string;
  seed: string;
  criteria: CriterionResult[];
  points: number;
  max: number;
}

/**
 * Runs one exercise's specs against one submission, in this process, and never exits it.
 *
 * Nothing of the submission is in this process: `student` are doors to its sandbox. Several runs
 * may be under way at once.
 *
 * @throws Error when the files do not declare the exercise, or a criterion holds no test
 */
export async function runSpecs(options: RunSpecsOptions): Promise<SpecResult> {
  const mocha = new Mocha({ ui: 'bdd', timeout: 0, reporter: SilentReporter as never });
  const criteria = build(mocha, options);
  const outcomes = new Map<Mocha.Test, TestResult>();
  await new Promise<void>((done) => {
    const runner = mocha.run(() => done());
    runner.on('pass', (test) => outcomes.set(test, { title: test.title, ok: true }));
    runner.on('fail', (test, error) => outcomes.set(test, failureOf(test, error)));
  });
  const results = criteria.map((criterion) => resultOf(criterion, outcomes));
  mocha.dispose();
  return {
    exercise: options.exercise,
    seed: options.seed,
    criteria: results,
    points: sum(results.map((criterion) => criterion.points)),
    max: sum(results.map((criterion) => criterion.max)),
  };
}

/** Says nothing: the results are read from the runner's events. */
function SilentReporter(): void {
  // A reporter must exist; there is nothing for it to do.
}

/** Declares the exercise's suites in `mocha`, and gives back their criteria. */
function build(mocha: Mocha, options: RunSpecsOptions): CriterionEntry[] {
  const entries = options.files.flatMap(loadSpec).filter((entry) => entry.id === options.exercise);
  if (entries.length === 0) {
    throw new Error(
      `Cannot judge exercise '${options.exercise}': none of ${options.files.join(', ')} declares it; ` +
        `write exercise('${options.exercise}', ...) in one of them.`,
    );
  }
  const { stubs = [options.exercise] } = options;
  const student = Object.fromEntries(
    Object.entries(options.student).map(([name, call]) => [name, quiet(markStubs(call, stubs))]),
  );
  const criteria = withBddGlobals(mocha, () =>
    entries.flatMap((entry) =>
      collectCriteria(entry.visibility, () => {
        const random = new SeededRandom(`${options.seed}/${entry.id}/${entry.visibility}`);
        const suite = describe(entry.id, () => {
          entry.body({ student, solution: options.solution, random });
        });
        suite.tests.forEach((test) => {
          throw new Error(
            `Cannot judge '${entry.id}': the test '${test.title}' is worth no points; move it into a criterion().`,
          );
        });
      }),
    ),
  );
  return criteria;
}

/**
 * Runs `body` while mocha's `describe`, `it` and hooks are global, then puts back what was there:
 * we may ourselves be running inside a mocha.
 */
function withBddGlobals<T>(mocha: Mocha, body: () => T): T {
  const bdd: Record<string, unknown> = {};
  mocha.suite.emit('pre-require', bdd, '', mocha);
  const globals = globalThis as unknown as Record<string, unknown>;
  const before = Object.fromEntries(Object.keys(bdd).map((key) => [key, globals[key]]));
  Object.assign(globals, bdd);
  try {
    return body();
  } finally {
    for (const [key, value] of Object.entries(before)) {
      if (value === undefined) Reflect.deleteProperty(globals, key);
      else globals[key] = value;
    }
  }
}

/**
 * A rejection that a spec does not await must not reach the process: mocha would fail whatever
 * other submission is being judged at that moment.
 */
function quiet(
  call: (...args: unknown[]) => Promise<unknown>,
): (...args: unknown[]) => Promise<unknown> {
  return (...args) => {
    const answer = call(...args);
    answer.catch(() => undefined);
    return answer;
  };
}

/** Tells the error of an answer that nobody wrote from a refusal. */
function markStubs(
  call: (...args: unknown[]) => Promise<unknown>,
  stubs: string[],
): (...args: unknown[]) => Promise<unknown> {
  return async (...args) => {
    try {
      return await call(...args);
    } catch (error) {
      if (isStudentError(error)) error.unfinished = stubs.some((id) => isStubOf(id, error));
      throw error;
    }
  };
}

function resultOf(
  criterion: CriterionEntry,
  outcomes: ReadonlyMap<Mocha.Test, TestResult>,
): CriterionResult {
  const tests: TestResult[] = [];
  criterion.suite.eachTest((test) => {
    tests.push(
      outcomes.get(test) ?? {
        title: test.title,
        ok: false,
        why: 'error',
        message: 'Ce test n’a pas été exécuté.',
      },
    );
  });
  if (tests.length === 0) {
    throw new Error(
      `Cannot judge criterion '${criterion.name}': it holds no test, so anything would earn it; add an it().`,
    );
  }
  const earned = tests.every((test) => test.ok);
  const { name, visibility, weight } = criterion;
  return { name, visibility, points: earned ? weight : 0, max: weight, tests };
}

function failureOf(test: Mocha.Test, error: unknown): TestResult {
  const message = error instanceof Error ? error.message : String(error);
  return { title: test.title, ok: false, message: cut(message), why: whyOf(error) };
}

/** Kept for every student of a class: a message of theirs must not fill our memory. */
const maxMessageLength = 2000;
const cut = (text: string): string =>
  text.length > maxMessageLength ? `${text.slice(0, maxMessageLength - 1)}…` : text;

function whyOf(error: unknown): Why {
  if (isMismatch(error)) return error.why;
  if (isStudentDead(error)) return 'dead';
  if (isStudentError(error)) return error.unfinished ? 'unfinished' : 'thrown';
  return (error as { code?: unknown } | undefined)?.code === 'ERR_ASSERTION' ? 'value' : 'error';
}

/** Adds points without the dust of binary fractions (0.1 + 0.2). */
export const sum = (points: number[]): number =>
  Math.round(points.reduce((total, each) => total + each, 0) * 1e6) / 1e6;
