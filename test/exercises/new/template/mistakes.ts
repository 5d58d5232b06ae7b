/** Mistakes that students make in newName, known by what they give. */
import type { Mistake } from '../../mistake';

export const mistakes: Mistake[] = [
  {
    name: 'À ÉCRIRE, ce qui est faux : « le signe est inversé »',
    hint: 'À ÉCRIRE : une phrase qui montre la sortie sans donner la réponse.',
    answer: (x: number[]) => x,
  },
  {
    name: 'les arguments ne sont pas vérifiés',
    hint: 'Commencez la fonction par un if qui lève une erreur (throw), comme le dit l’énoncé.',
    answer: (x: number[]) => x, // À ÉCRIRE: the right answer without its checks
  },
];
