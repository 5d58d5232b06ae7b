import type { ExerciseCases } from './cases';
import { executorDoor } from './executor-door';

/** What shows things and computes nothing is allowed everywhere. */
const harmless = ['tslab', '@convolab/lib/check'];

/**
 * Says what the grader will refuse: the modules behind an answer that its exercise does not allow,
 * imported by its cell or by one whose names it uses. French; null when there is nothing to say.
 *
 * @param names the functions of the answer, as the notebook calls them
 */
export function importsWarning(exercise: ExerciseCases, names: Iterable<string>): string | null {
  const { imports: allowed } = exercise;
  const { importsBehind } = executorDoor();
  if (allowed === undefined || importsBehind === undefined) return null;
  const modules = new Set([...names].flatMap((name) => importsBehind(name)));
  const refused = [...modules].filter((id) => !allowed.includes(id) && !harmless.includes(id));
  if (refused.length === 0) return null;
  const permitted =
    allowed.length === 0 ? 'cet exercice n’importe rien' : `permis : ${allowed.join(', ')}`;
  return (
    `Attention : votre réponse s’appuie sur un import de ${refused.map((id) => `« ${id} »`).join(', ')} ` +
    `(${permitted}). Le correcteur le refusera : retirez l’import et écrivez le calcul vous-même.`
  );
}
