/** What the notebook teaches around the exercise. */
import type { Hints, LessonSection } from '../../teaching';

export const lessonSection: LessonSection = {
  lesson: '1.4-activation-pooling',
  title: '8. Le pooling : résumer une région par un nombre',
};

export const hints: Hints = [
  'Un pooling, c’est deux questions indépendantes : **où** commence chaque fenêtre, et **comment** résumer ' +
    'les cases qu’elle contient. Les deux axes se traitent de la même façon ; et `mode` ne change rien à ' +
    'la place des fenêtres.',
  '1. Vérifiez les arguments. 2. Écrivez une petite fonction qui, pour un axe de longueur N, rend la liste ' +
    'des débuts de fenêtres : combien il y en a (selon `padding`), et de combien la première est décalée vers ' +
    "le négatif avec `'same'`. Appelez-la pour les lignes, puis pour les colonnes. 3. Pour chaque couple de débuts, " +
    'rassemblez dans une liste les cases qui **existent**. 4. Résumez cette liste ; sa longueur est le ' +
    'nombre par lequel la moyenne divise.',
  "```ts\nconst count = padding === 'same' ? Math.ceil(… / …) : Math.floor((… - …) / …) + 1;\n" +
    'const missing = Math.max(0, (count - 1) * … + … - length); // 0 avec valid\n' +
    '// début de la fenêtre i : i * stride - Math.floor(missing / 2)\n\n' +
    'for (let row = top; row < top + size; row++) {\n' +
    '  for (let col = left; col < left + size; col++) {\n' +
    '    if (/* la case existe */) values.push(x[row][col]);\n  }\n}\n```\n\n' +
    'Pour le maximum, `Math.max(...values)` part d’une vraie case, et non de 0.',
];

export const afterword =
  'L’idée : séparer **où** et **comment**. Une même liste de débuts sert aux trois modes, et une fenêtre qui ' +
  'dépasse se contente des cases qui existent : le maximum n’y rencontre aucun zéro, et la moyenne divise par ' +
  "ce qu’elle a vraiment lu. Avec `'valid'`, rien ne manque, et le décalage vaut 0 : le même calcul convient aux " +
  'deux bords. Autre chemin, plus rapide sur de grandes fenêtres : résumer d’abord chaque ligne, puis les colonnes du ' +
  'résultat, comme le font certaines bibliothèques pour le maximum et pour la somme.';
