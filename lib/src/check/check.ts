import { display, type MimeBundle } from '../display';
import { callText } from './call-text';
import { CellEnded } from './call-within';
import type { ExerciseCases } from './cases';
import type { CaseResult } from './diagnose';
import { explainNotFound } from './explain-not-found';
import { find } from './find-cases';
import { isFixture } from './fixtures';
import { importsWarning } from './imports';
import { recordCheck } from './progress';
import { renderMessage, renderProse, renderReport } from './render';
import { reportOf } from './report';
import { runCase, type AnyFunction, type Outcome } from './run-case';
import { executorDoor, inSandbox } from './executor-door';
import { typesOf } from './types';
import { decodeWire } from './wire';

/** An exercise's function, or its functions by name where it has several. */
export type Answer = AnyFunction | Record<string, AnyFunction>;

/**
 * Tries an answer on the exercise's public cases and shows the result at once, in French, below
 * the cell: a table of the cases, the known mistakes recognised, the smallest failing case. `progress`
 * remembers it.
 *
 * It is feedback and not a grade: it runs where the student's code runs, so the grader skips it.
 * Whatever goes wrong is said in the output; nothing is thrown, so "Run All" goes on. A call without
 * end is stopped after ten seconds (`callLimitSeconds`).
 *
 * @param id the exercise's id: the name of its main function
 * @param answer the function, or `{ f, g }` for an exercise of several; nothing for a type
 * @example
 * await check('conv1d', conv1d);
 */
export async function check(id: string, answer?: Answer): Promise<void> {
  if (inSandbox()) return;
  try {
    for (const bundle of await verdict(id, answer)) display(bundle);
  } catch (error) {
    if (error instanceof CellEnded) return; // the cell says so itself
    // Only what the answer did to JavaScript itself (another Array.prototype.map) brings us here.
    display(renderMessage(`${id} : la vérification a échoué`, String(error)));
  }
}

async function verdict(id: string, answer: unknown): Promise<MimeBundle[]> {
  const found = find(id);
  if (found.kind !== 'found') return [renderMessage(...explainNotFound(id, found))];
  const functions = new Map([...functionsOf(id, answer), ...typesOf(found.exercise)]);
  const trouble = outdated(found.exercise) ?? troubleWith(id, found.exercise, functions, answer);
  if (trouble !== null) return [renderMessage(`${id} : rien n’a été vérifié`, trouble)];

  const results = await tryCases(id, found.exercise, functions);
  if (isUnwritten(results)) return [renderMessage(`${id} : pas encore écrite`, howToBegin)];
  const refused = importsWarning(found.exercise, functions.keys());
  const unkept = refused === null ? recordCheck(id, results, found.folder) : null;
  const report = reportOf(id, found.exercise, results, { refused, unkept });
  const { afterword } = found.exercise;
  const prose = report.ok && afterword !== undefined ? [renderProse(afterword)] : [];
  return [renderReport(report), ...prose];
}

/** Runs the cases one after the other; a function that was stopped once is not called again. */
async function tryCases(
  id: string,
  exercise: ExerciseCases,
  functions: ReadonlyMap<string, AnyFunction>,
): Promise<CaseResult[]> {
  const results: CaseResult[] = [];
  const stopped = new Set<string>();
  for (const item of exercise.cases) {
    const outcome: Outcome = stopped.has(item.call)
      ? { kind: 'not-tried' }
      : await runCase(
          functions.get(item.call)!,
          item,
          Object.fromEntries(functions),
          `${callText(item, exercise)} de l’exercice ${id}`,
        );
    if (outcome.kind === 'too-long') stopped.add(item.call);
    results.push({ item, outcome });
  }
  return results;
}

const howToBegin =
  'Écrivez votre réponse à la place de ce qui dit « à compléter », exécutez la cellule, puis celle-ci.';

const isStub = ({ outcome }: CaseResult): boolean => outcome.kind === 'threw' && outcome.stub;

/** The stub of a type refuses by its signature alone what is to be refused. */
const isUnwritten = (results: readonly CaseResult[]): boolean =>
  results.some(isStub) && results.every((result) => isStub(result) || result.item.throws);

function functionsOf(id: string, answer: unknown): Map<string, AnyFunction> {
  if (typeof answer === 'function') return new Map([[id, answer as AnyFunction]]);
  if (typeof answer !== 'object' || answer === null) return new Map();
  const entries = Object.entries(answer).filter(([, value]) => typeof value === 'function');
  return new Map(entries as [string, AnyFunction][]);
}

/** The answer's cell failed since: the notebook still holds what an earlier version of it defined. */
function outdated({ stubs = [] }: ExerciseCases): string | null {
  const failed = executorDoor().notebookCell?.()?.failed ?? [];
  if (!stubs.some(({ cell }) => failed.includes(cell))) return null;
  return (
    'La dernière version de votre réponse n’a pas pu être exécutée, et c’est une version d’avant qui serait essayée : ' +
    'corrigez l’erreur écrite sous la cellule de réponse, exécutez-la, puis celle-ci.'
  );
}

/** Why the cases cannot be tried on what was given, in one French sentence; null when they can. */
function troubleWith(
  id: string,
  exercise: ExerciseCases,
  functions: ReadonlyMap<string, AnyFunction>,
  answer: unknown,
): string | null {
  const calls = exercise.cases.map((item) => item.call);
  const fixtures = exercise.cases.flatMap((item) =>
    item.args.map(decodeWire).flatMap((arg) => (isFixture(arg) ? [arg.fixture] : [])),
  );
  const wanted = [...new Set([...calls, ...fixtures])];
  const missing = wanted.filter((name) => !functions.has(name));
  const usage =
    wanted.length === 1 && wanted[0] === id
      ? `await check('${id}', ${id})`
      : `await check('${id}', { ${wanted.join(', ')} })`;
  if (missing.length > 0) {
    return `Il manque la fonction ${missing.join(', ')} : écrivez ${usage}, sans parenthèses après son nom.`;
  }
  const given = typeof answer === 'function' ? answer.name : id;
  if (given !== '' && given !== id && find(given).kind === 'found') {
    return `Vous avez donné la fonction ${given}, celle d’un autre exercice : écrivez ${usage}.`;
  }
  return null;
}
