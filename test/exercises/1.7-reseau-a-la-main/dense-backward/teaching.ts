/** What the notebook teaches around denseBackward. */
import type { Hints, LessonSection } from '../../teaching';

export const lessonSection: LessonSection = {
  lesson: '1.7-reseau-a-la-main',
  title: 'La couche dense',
};

export const hints: Hints = [
  'À l’aller, chaque poids a rencontré chaque entrée dans un **produit**, et le biais s’est ajouté. Au retour, un ' +
    'produit donne à chacun de ses deux facteurs le gradient fois **l’autre** facteur ; une addition le laisse passer tel ' +
    'quel. Il n’y a rien d’autre : reste à ne perdre aucune rencontre.',
  '1. Vérifiez les trois accords de l’énoncé : exemples, entrées, neurones.\n' +
    '2. Préparez trois tableaux de zéros : `dx` de la forme de `x`, `dw` de la forme de `w`, `db` d’un zéro par neurone.\n' +
    '3. Parcourez exemples et neurones : chaque nombre de `dy` s’ajoute au biais de son neurone.\n' +
    '4. Dedans, parcourez les entrées : à chaque rencontre, **ajoutez** (`+=`) au gradient de l’entrée et à celui du ' +
    'poids.',
  'Il reste à remplir les `…` :\n\n' +
    '```ts\n' +
    'for (let e = 0; e < …; e++) {\n' +
    '  for (let j = 0; j < …; j++) {\n' +
    '    db[…] += …;\n' +
    '    for (let i = 0; i < …; i++) {\n' +
    '      dx[e][i] += … * w[…][…]; // le gradient, fois le poids\n' +
    '      dw[i][j] += … * x[…][…]; // le gradient, fois l’entrée\n' +
    '    }\n' +
    '  }\n' +
    '}\n' +
    '```',
];

export const afterword =
  'L’idée : **une rencontre, deux gradients**. Les mêmes trois boucles qu’à l’aller suffisent, et l’on n’a pas même besoin de ' +
  'retenir trois formules. Écrites avec des matrices, elles deviennent $dx = dy \\, w^T$, $dw = x^T dy$ : les transposées ' +
  'ne sont pas à apprendre par cœur, ce sont les seules qui donnent les bonnes formes, sauf quand tout est carré. Et le ' +
  'retour coûte deux fois l’aller : deux produits par rencontre au lieu d’un.';
