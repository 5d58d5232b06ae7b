import { createRequire } from 'node:module';
import { basename, resolve } from 'node:path';
import type { SeededRandom } from './random';

/** Whether students may see a test's values: by the spec's name, `.public.spec.ts` or `.hidden.spec.ts`. */
export type Visibility = 'public' | 'hidden';

/** What a spec is given for one run. `Name` lists the functions of the exercise. */
export interface ExerciseContext<Name extends string> {
  /** The submission behind its sandbox: resolves with plain data, rejects with StudentError or StudentDead. */
  student: Record<Name, (...args: unknown[]) => Promise<unknown>>;
  /** The solution, in this process. Give it copies: it is trusted, but what it returns is not frozen. */
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- a spec calls it with its own types
  solution: Record<Name, (...args: any[]) => any>;
  random: SeededRandom;
}

export interface ExerciseEntry {
  id: string;
  file: string;
  visibility: Visibility;
  body: (context: ExerciseContext<string>) => void;
}

/** A criterion met while a suite is being built. */
export interface CriterionEntry {
  name: string;
  weight: number;
  visibility: Visibility;
  suite: Mocha.Suite;
}

/**
 * What `exercise` and `criterion` write to. It hangs on globalThis because the specs may load this
 * module from dist/ while a unit test loads it from src/.
 */
interface State {
  loaded: Map<string, ExerciseEntry[]>;
  loading: string | null;
  building: { visibility: Visibility; criteria: CriterionEntry[] } | null;
}
const holder = globalThis as { [key: symbol]: State | undefined };
const state: State = (holder[Symbol.for('convolab.spec')] ??= {
  loaded: new Map(),
  loading: null,
  building: null,
});

/**
 * Declares the tests of one exercise: a mocha `describe`, whose context is bound when it runs.
 *
 * The body is called once for each submission. It declares criteria, and in them mocha's `it`.
 *
 * @param id the exercise's id; its functions too unless named: `exercise<'pair', 'f' | 'g'>('pair', ...)`
 */
export function exercise<Id extends string, Name extends string = Id>(
  id: Id,
  body: (context: ExerciseContext<Name>) => void,
): void {
  const file = state.loading;
  if (file === null) {
    throw new Error(
      `Cannot declare exercise '${id}': its spec was loaded by something else than runSpecs(); ` +
        'grade with `npm run grade`, or call runSpecs({ files, ... }) from a test.',
    );
  }
  const visibility = basename(file).includes('.hidden.') ? 'hidden' : 'public';
  const entry = { id, file, visibility, body } as ExerciseEntry;
  state.loaded.get(file)?.push(entry);
}

/**
 * Declares one line of the grade: a mocha `describe` worth `weight` points, all or nothing.
 *
 * It is earned when it holds at least one test and all of its tests pass; a skipped test is not a
 * pass. Several criteria give partial credit.
 */
export function criterion(name: string, weight: number, body: () => void): void {
  if (!state.building) {
    throw new Error(
      `Cannot declare criterion '${name}': it stands outside an exercise; move it into the body of exercise().`,
    );
  }
  if (!(Number.isFinite(weight) && weight > 0)) {
    throw new RangeError(
      `Cannot declare criterion '${name}': its weight is ${weight}; give a number of points above 0.`,
    );
  }
  const suite = describe(name, body);
  state.building.criteria.push({ name, weight, visibility: state.building.visibility, suite });
}

/**
 * The exercises that a spec file declares. A file is loaded once in a process, whatever the number
 * of submissions.
 */
export function loadSpec(path: string): ExerciseEntry[] {
  const file = resolve(path);
  const known = state.loaded.get(file);
  if (known) return known;
  const load = createRequire(file);
  const reader = load as unknown as { extensions: Record<string, unknown> };
  if (!reader.extensions['.ts']) createRequire(__filename)('tsx/cjs');
  const entries: ExerciseEntry[] = [];
  state.loaded.set(file, entries);
  state.loading = file;
  try {
    // A copy that somebody else loaded would declare nothing to us.
    Reflect.deleteProperty(load.cache, file);
    load(file);
  } catch (error) {
    state.loaded.delete(file);
    throw error;
  } finally {
    state.loading = null;
  }
  return entries;
}

/** Calls `build` with a list that collects the criteria it declares. */
export function collectCriteria(visibility: Visibility, build: () => void): CriterionEntry[] {
  const criteria: CriterionEntry[] = [];
  state.building = { visibility, criteria };
  try {
    build();
  } finally {
    state.building = null;
  }
  return criteria;
}
