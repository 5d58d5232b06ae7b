/** What the notebook teaches around conv2d. */
import type { Hints, LessonSection } from '../../teaching';

export const lessonSection: LessonSection = {
  lesson: '1.2-convolution',
  title: '4. Deux dimensions : la fenêtre glisse dans les deux sens',
};

export const hints: Hints = [
  'C’est `conv1d` dans deux directions. Deux nombres placent la fenêtre (sa ligne du haut, sa colonne de gauche), deux ' +
    'autres désignent un poids à l’intérieur. Gardez-les bien séparés : les deux premiers avancent du **pas**, les deux ' +
    'autres toujours de **un**.',
  '1. Vérifiez les deux pas, le remplissage et la taille du noyau, la hauteur et la largeur **chacune de son côté**.\n' +
    '2. Décidez comment lire l’image remplie : construisez-la, ou écrivez une petite fonction qui rend 0 hors de ' +
    'l’image.\n' +
    '3. Une boucle sur les lignes du haut, par pas vertical ; dedans, une boucle sur les colonnes de gauche, par pas ' +
    'horizontal : chaque tour de la seconde donne **une** valeur, chaque tour de la première donne **une ligne**.\n' +
    '4. Pour une valeur : deux boucles sur les poids, `u` de haut en bas, `v` de gauche à droite.',
  'Il reste à remplir les `…` :\n\n' +
    '```ts\n' +
    'const [strideY, strideX] = …;\n' +
    'const at = (row: number, col: number) => x[row - padding]?.[…] ?? 0;\n' +
    'const y: number[][] = …;\n' +
    'for (let top = 0; top + k.length <= …; top += …) {\n' +
    '  const line: number[] = …;\n' +
    '  for (let left = 0; …; left += …) {\n' +
    '    let sum = 0;\n' +
    '    // pour chaque poids k[u][v] : sum += k[u][v] * at(…, …)\n' +
    '    line.push(sum);\n' +
    '  }\n' +
    '  y.push(line);\n' +
    '}\n' +
    '```',
];

export const afterword =
  'L’idée : quatre boucles, et deux rôles à ne pas mélanger. Les boucles du dehors **placent** la fenêtre, celles du ' +
  'dedans la **lisent**. Lire zéro hors de l’image évite de la recopier, et rien n’y suppose qu’elle soit carrée : la ' +
  'hauteur et la largeur ont chacune leur limite. Comptez le travail : une carte de $H_o \\times W_o$ valeurs demande ' +
  '$H_o W_o F_y F_x$ multiplications, d’où l’intérêt des petits noyaux.';
