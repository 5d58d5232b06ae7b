import type { Found } from './find-cases';

/** Why an exercise was not found, in French: a title and a sentence. */
export function explainNotFound(
  id: string,
  found: Exclude<Found, { kind: 'found' }>,
  asked = 'check',
): [title: string, sentence: string] {
  switch (found.kind) {
    case 'unknown-exercise':
      return [
        `Aucun exercice ne s’appelle « ${id} »`,
        `Les exercices présents ici sont : ${found.known.join(', ')}. Vérifiez le premier argument de ${asked}.`,
      ];
    case 'no-cases-file':
      return [
        `${id} : les cas publics sont introuvables`,
        `Aucun fichier « .cases.json » à partir de ${found.searched}. Ouvrez le carnet dans le dossier ` +
          'work/exercices (npm start le remplit), ou donnez son chemin par la variable CONVOLAB_EXERCISES.',
      ];
    case 'unreadable':
      return [
        `${id} : les cas publics sont illisibles`,
        `Dans ${found.file}, ${found.reason}. Supprimez ce fichier et relancez npm start, qui le remettra.`,
      ];
  }
}
