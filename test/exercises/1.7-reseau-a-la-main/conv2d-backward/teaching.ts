/** What the notebook teaches around conv2dBackward. */
import type { Hints, LessonSection } from '../../teaching';

export const lessonSection: LessonSection = {
  lesson: '1.7-reseau-a-la-main',
  title: 'La convolution : l’entrée',
};

export const hints: Hints = [
  'Ne cherchez pas de convolution : refaites l’**aller**, avec ses boucles, et arrêtez-vous à chaque produit. Un poids y a ' +
    'rencontré une case : au lieu de les multiplier, donnez à chacun sa part, le gradient fois l’autre. Quand tous les ' +
    'produits ont été visités, les trois gradients sont finis ; rien n’a dû être retourné.',
  '1. Lisez toutes les tailles, calculez celle de la sortie, refusez ce que l’énoncé refuse.\n' +
    '2. Préparez `dx`, `dw` et `db` : des zéros, de la forme de `x`, de `w`, et un par filtre.\n' +
    '3. Deux boucles sur les positions (i, j) de `dy`. `db` se remplit ici.\n' +
    '4. Dedans, deux boucles sur les poids (u, v). La case rencontrée est à la ligne `i × S_y + u − P`, et de même pour la ' +
    'colonne ; si elle est hors de l’image, c’est un zéro du remplissage : passez.\n' +
    '5. Dedans encore, canaux et filtres : deux `+=`.\n\n' +
    'Commencez avec un pas de 1 et sans remplissage, vérifiez, ajoutez le reste ensuite.',
  'Il reste à remplir les `…` :\n\n' +
    '```ts\n' +
    '// à la position (i, j), pour le poids (u, v) :\n' +
    'const row = i * … + u - …;\n' +
    'const col = …;\n' +
    'if (row < 0 || row >= … || col < 0 || col >= …) continue;\n' +
    'for (let c = 0; c < …; c++) {\n' +
    '  for (let k = 0; k < …; k++) {\n' +
    '    const g = dy[…][…][…];\n' +
    '    dw[…][…][c][k] += g * …; // l’autre : la case\n' +
    '    dx[…][…][c] += g * …; // l’autre : le poids\n' +
    '  }\n' +
    '}\n' +
    '```',
];

export const afterword =
  'L’idée : parcourir les **rencontres** de l’aller, et partager. Pas et remplissage n’apparaissent que dans le calcul de la ' +
  'place d’une case ; le noyau retourné de la leçon n’apparaît nulle part, et pourtant il est là : une case reçoit ' +
  'les poids à rebours, parce que les fenêtres qui avancent la voient avec des poids qui reculent. Autre chemin, ' +
  'celui des bibliothèques rapides : ranger les fenêtres en lignes d’une matrice, et retrouver le retour de la couche ' +
  'dense, avec ses deux produits.';
