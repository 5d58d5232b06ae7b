/** What the notebook teaches around conv1d. */
import type { Hints, LessonSection } from '../../teaching';

export const lessonSection: LessonSection = {
  lesson: '1.2-convolution',
  title: '3. Une dimension : le produit scalaire qui glisse',
};

export const hints: Hints = [
  'Tout tient dans une seule fenêtre : on y multiplie chaque poids par la valeur placée en face, et on additionne. ' +
    'L’échauffement du carnet le fait pour `start = 0`. Le reste n’est que répétition : **où** commence chaque ' +
    'fenêtre, et **quand** faut-il s’arrêter ?',
  '1. Refusez d’abord ce que la liste « Erreurs » de l’énoncé interdit.\n' +
    '2. Construisez un nouveau tableau : `padding` zéros, les valeurs de `x`, `padding` zéros.\n' +
    '3. Faites avancer le début de la fenêtre de `stride` en `stride`, tant que la fenêtre **entière** tient dans ' +
    'le tableau rempli.\n' +
    '4. À chaque début, une seconde boucle, sur les poids, calcule la somme ; ajoutez-la au résultat.',
  'Il reste à remplir les `…` :\n\n' +
    '```ts\n' +
    'const padded = […, ...x, …];\n' +
    'const y: number[] = …;\n' +
    'for (let start = 0; start + … <= padded.length; start += …) {\n' +
    '  let sum = 0; // remise à zéro pour chaque fenêtre\n' +
    '  for (let j = 0; j < …; j++) sum += …; // k[0] va avec padded[start]\n' +
    '  y.push(sum);\n' +
    '}\n' +
    '```\n\n' +
    'Un tableau de `n` zéros s’écrit `new Array<number>(n).fill(0)`.',
];

export const afterword =
  'L’idée : **remplir, glisser, sommer**. Une fois les zéros ajoutés dans un nouveau tableau, il n’y a plus de bord à ' +
  'traiter à part, et la condition d’arrêt (« la fenêtre entière tient encore ») donne d’elle-même la formule ' +
  'de la longueur : personne n’a besoin de calculer $\\lfloor (N + 2P - F)/S \\rfloor + 1$ pour écrire la boucle.';
