import { display, type MimeBundle } from '../display';
import { explainNotFound } from './explain-not-found';
import { find } from './find-cases';
import { keepAnswer, savedText } from './old-answers';
import { renderMessage, renderProse } from './render';
import { executorDoor, inSandbox } from './executor-door';

/**
 * Brings the answer cell of an exercise back to what it was when the student got it, and keeps the
 * old answer in a file beside the notebook.
 *
 * It is run in the answer cell itself, in place of the answer or above it: the cell then takes its
 * first text again. Run anywhere else it changes nothing, and says how to.
 *
 * @param id the exercise's id
 * @example
 * await reset('conv2d');
 */
// eslint-disable-next-line @typescript-eslint/require-await -- awaited like `check`: one habit for all
export async function reset(id: string): Promise<void> {
  if (!inSandbox()) display(restored(id));
}

function restored(id: string): MimeBundle {
  const found = find(id);
  if (found.kind !== 'found') return renderMessage(...explainNotFound(id, found, 'reset'));
  const { stubs = [] } = found.exercise;
  const door = executorDoor();
  const cell = door.notebookCell?.();
  const stub = stubs.find((each) => each.cell === cell?.id);
  if (cell === undefined || stub === undefined) return renderProse(howTo(id, stubs));
  try {
    const files = oldAnswers(cell, stub.text).map((old) => keepAnswer(id, old));
    const kept = files.length === 0 ? nothingToKeep : keptIn(files);
    door.replaceCell?.(stub.text);
    return renderProse(`**${id} : cette cellule a repris son texte de départ.** ${kept} ${undo}`);
  } catch (error) {
    return renderMessage(`${id} : rien n’a été changé`, notKept(error));
  }
}

/**
 * What the cell held beyond its first text: as it was run last; and as it was saved, where it was never run so,
 * for either may be the newer.
 */
function oldAnswers(cell: { id: string; texts: string[] }, stub: string): string[] {
  const saysMore = (text: string): boolean => text !== '' && text !== stub.trim();
  const run = cell.texts.map(withoutResets).filter(saysMore);
  const saved = withoutResets(savedText(cell.id) ?? '');
  return [...(saysMore(saved) && !run.includes(saved) ? [saved] : []), ...run.slice(-1)];
}

/** Whole lines only: what stands beside a call is the student's. */
const withoutResets = (text: string): string =>
  text
    .replaceAll(/^[^\S\n]*((await|void)\s+)?reset\([^\n)]*\)[^\S\n]*;?[^\S\n]*(\/\/[^\n]*)?$/gm, '')
    .trim();

const keptIn = (files: readonly string[]): string =>
  files.length === 1
    ? `Votre ancienne réponse est gardée dans \`${files[0]}\`.`
    : `Vos anciennes réponses, enregistrée puis exécutée, sont gardées dans ${files.map((file) => `\`${file}\``).join(' et ')}.`;

const nothingToKeep = 'Elle ne contenait pas encore de réponse : rien n’était à garder.';

const undo = 'Ctrl+Z dans la cellule (Cmd+Z sur Mac) ramène aussi ce qui y était écrit.';

const notKept = (error: unknown): string =>
  'Votre ancienne réponse n’a pas pu être gardée dans le dossier anciennes-reponses ' +
  `(${(error as NodeJS.ErrnoException).code ?? String(error)}). Rendez ce dossier accessible en écriture, puis exécutez ` +
  'de nouveau cette cellule.';

function howTo(id: string, stubs: readonly { text: string }[]): string {
  const call = `await reset('${id}')`;
  return [
    `**${id} : comment repartir de l’énoncé**`,
    `Dans la cellule de réponse, remplacez tout le texte par \`${call}\` et exécutez-la : elle reprend son texte de ` +
      'départ, et votre dernière réponse est gardée dans le dossier `anciennes-reponses`, à côté du carnet.',
    'Ou recopiez-y ce texte de départ vous-même :',
    ...stubs.map(({ text }) => `\`\`\`ts\n${text}\n\`\`\``),
  ].join('\n\n');
}
