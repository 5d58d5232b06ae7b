import { createRequire } from 'node:module';
import { join } from 'node:path';
import { resolveFixtures, typeCall, typeResult, type Unit } from 'nbconvert-ts-runner';
import type { CellCompiler } from '@convolab/submission';
import type { Assignment } from '../assignment/load-assignment';

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- specs call it with their own types
export type Solution = Record<string, (...args: any[]) => any>;

/**
 * The solution's functions, in this process: our own text, compiled like a student's and trusted.
 *
 * @throws Error when a cell of the solutions does not compile, or defines not what it declares
 */
export async function loadSolution(
  assignment: Assignment,
  compiler: CellCompiler,
  root: string,
): Promise<Solution> {
  const scope: Record<string, unknown> = {};
  const requireHere = createRequire(join(root, 'solutions', 'notebook.js'));
  let declarations = '';
  for (const cell of assignment.cells) {
    if (cell.role !== 'given' && cell.role !== 'answer') continue;
    const compiled = await compiler.compile(declarations, cell.solution);
    if (compiled.ok !== true) {
      const why = compiled.ok === 'died' ? 'the compiler died' : compiled.diagnostics[0]?.message;
      throw new Error(
        `Cannot load the solutions of ${assignment.lesson}: cell ${cell.id} does not compile (${String(why)}); ` +
          `see solutions/src/${assignment.lesson}.nb.ts, and run npm run build.`,
      );
    }
    await runHere(compiled.unit, scope, requireHere);
    declarations = compiled.decl;
  }
  const types = assignment.exercises.flatMap((exercise) => exercise.types ?? []);
  const functions = assignment.exercises
    .flatMap((exercise) => exercise.functions)
    .filter((name) => !types.includes(name));
  for (const name of functions) {
    if (typeof scope[name] === 'function') continue;
    throw new Error(
      `Cannot load the solutions of ${assignment.lesson}: '${name}' is declared in the front matter ` +
        'but no answer cell defines it.',
    );
  }
  for (const name of assignment.exercises.flatMap(({ fixtures = [] }) => fixtures)) {
    if (scope[name] !== undefined) continue;
    throw new Error(
      `Cannot load the solutions of ${assignment.lesson}: the fixture '${name}' is declared in the front ` +
        'matter but no given cell defines it.',
    );
  }
  const solution: Solution = {};
  for (const name of functions) {
    solution[name] = (...args: unknown[]): unknown =>
      (scope as Solution)[name]!(...resolveFixtures(args, scope));
  }
  for (const name of types) solution[name] = typeOf(name, compiler, declarations);
  return solution;
}

/** A type of the solutions: what it comes to for its arguments. */
function typeOf(name: string, compiler: CellCompiler, declarations: string) {
  return async (...args: unknown[]): Promise<string> => {
    const answer = await compiler.resolveType(declarations, typeCall(name, args));
    if (answer.ok === 'died') {
      throw new Error(`Cannot resolve '${name}' of the solutions: the compiler died of it.`);
    }
    return typeResult(answer);
  };
}

/** A notebook's cells share one scope, through `exports`; `check` and its companions do nothing here. */
async function runHere(
  unit: Unit,
  scope: Record<string, unknown>,
  requireHere: NodeJS.Require,
): Promise<void> {
  const exports = new Proxy(scope, {
    defineProperty: (target, key, attributes) => {
      target[String(key)] = attributes.get ? (attributes.get() as unknown) : attributes.value;
      return true;
    },
  });
  const inert = new Proxy({}, { get: () => () => Promise.resolve(undefined) });
  const require = (id: string): unknown => (id === '@convolab/lib/check' ? inert : requireHere(id));
  // eslint-disable-next-line @typescript-eslint/no-implied-eval -- our own text, from solutions/src
  const run = new Function(
    'exports',
    'require',
    '__await',
    `return (async () => {\n${unit.js}\n})();`,
  ) as (...args: unknown[]) => Promise<void>;
  await run(exports, require, (value: unknown) => value);
}
