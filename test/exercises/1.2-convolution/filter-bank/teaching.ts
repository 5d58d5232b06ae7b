/** What the notebook teaches around filterBank. */
import type { Hints, LessonSection } from '../../teaching';

export const lessonSection: LessonSection = {
  lesson: '1.2-convolution',
  title: '8. Une image en couleur : un filtre, trois tranches',
};

export const hints: Hints = [
  'Oubliez d’abord qu’il y a plusieurs filtres. Un filtre a autant de tranches que l’image a de canaux ; posé sur ' +
    'l’image, il donne **un seul** nombre : la somme de tous les produits, tous canaux confondus, plus **son** biais. ' +
    'La banque recommence cela pour chaque filtre, à chaque position.',
  '1. Lisez toutes les tailles : hauteur, largeur et canaux de `x` ; hauteur, largeur, canaux et nombre de filtres ' +
    'de `w`. Comparez celles qui doivent s’accorder, et refusez sinon.\n' +
    '2. Écrivez une fonction `response(top, left, f)` : partez du biais `b[f]`, puis ajoutez les produits par trois ' +
    'boucles (ligne, colonne, canal).\n' +
    '3. Parcourez les positions comme dans `conv2d`, avec un pas de 1.\n' +
    '4. À chaque position, rangez les réponses de tous les filtres côte à côte : le filtre est le **dernier** indice.',
  'Il reste à remplir les `…` :\n\n' +
    '```ts\n' +
    'const response = (top, left, f) => {\n' +
    '  let sum = …; // le biais, une seule fois\n' +
    '  // pour chaque u, v, c : sum += w[u][v][…][…] * x[top + …][left + …][…]\n' +
    '  return sum;\n' +
    '};\n' +
    '// à chaque position : line.push([réponse du filtre 0, réponse du filtre 1, …])\n' +
    '```\n\n' +
    'La dernière position en hauteur est `x.length - w.length` : comptez bien jusqu’à elle **comprise**.',
];

export const afterword =
  'L’idée : une seule petite fonction, la réponse d’**un** filtre à **une** position, et tout le reste n’est que ' +
  'parcours. Partir du biais plutôt que de zéro garantit qu’il ne compte qu’une fois. Les canaux disparaissent dans la ' +
  'somme et les filtres en créent de nouveaux : c’est pourquoi la sortie, $[H_o, W_o, K]$, peut servir d’image d’entrée à ' +
  'la couche suivante.';
