/** What the notebook teaches around the exercise. */
import type { Hints, LessonSection } from '../../teaching';

export const lessonSection: LessonSection = {
  lesson: '1.5-couche-dense-softmax',
  title: '2. La couche dense : chaque neurone regarde tout',
};

export const hints: Hints = [
  'Aplatir ne calcule rien : on **recopie** les nombres dans une liste, dans l’ordre où on les lit. Une couche ' +
    'dense répète, pour chaque neurone, une chose que vous savez faire depuis la leçon 1.2 : un **produit ' +
    'scalaire**, plus un biais.',
  '`flatten` : trois boucles l’une dans l’autre, les lignes à l’extérieur, puis les colonnes, les canaux à ' +
    'l’intérieur ; chaque nombre rencontré va au bout de la liste. `dense` : 1. vérifiez les trois conditions de ' +
    'l’énoncé ; 2. pour chaque neurone j, partez de `b[j]` ; 3. pour chaque entrée i, ajoutez le poids fois ' +
    'l’entrée ; 4. mettez le total dans la liste des sorties.',
  '```ts\nconst strip: number[] = …;\nfor (const row of v) for (const cell of row) for (const value of cell) …;\n\n' +
    'for (let j = 0; j < w.length; j++) {\n  let z = b[j];\n' +
    '  for (let i = 0; i < x.length; i++) z += w[…][…] * x[…];\n  outputs.push(z);\n}\n```\n\n' +
    'Dans `w[…][…]`, le premier indice choisit le neurone, le second son poids.',
];

export const afterword =
  'L’idée : aplatir, c’est lire ; une couche dense, c’est un produit scalaire par neurone, qui part du biais. ' +
  'Les boucles peuvent s’emboîter dans l’autre ordre (pour chaque entrée, ajouter sa part à toutes les sorties) : le ' +
  'résultat est le même, et c’est ainsi que calculent les bibliothèques quand w est rangée par colonnes. Retenez surtout le ' +
  'danger : une matrice carrée lue dans le mauvais sens donne des nombres faux **sans aucune erreur**.';
