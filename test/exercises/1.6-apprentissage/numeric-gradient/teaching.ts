/** What the notebook teaches around numericGradient. */
import type { Hints, LessonSection } from '../../teaching';

export const lessonSection: LessonSection = {
  lesson: '1.6-apprentissage',
  title: 'Vérifier un gradient',
};

export const hints: Hints = [
  'Il n’y a rien à dériver : on **mesure**. Faites bouger un seul nombre de x, un peu en plus, un peu en moins, et ' +
    'regardez de combien `f` change. Comment appeler `f` sur un vecteur dont une seule coordonnée a bougé, sans abîmer ' +
    'x ? Et pour comparer deux gradients, un écart seul ne dit rien : à quoi faut-il le rapporter ?',
  '`numericGradient` : 1. refusez un mauvais h ; 2. pour chaque i, faites une copie de x où seule la coordonnée i est ' +
    'augmentée de h, et appelez `f` ; 3. de même, diminuée de h ; 4. divisez la différence par la distance des deux ' +
    'points. `relativeError` : 1. refusez les longueurs ; 2. s’il y a un nombre qui n’est pas fini, c’est ' +
    '`Infinity` ; 3. cherchez le plus grand écart et le plus grand nombre ; 4. si ce dernier est nul, c’est 0, sinon ' +
    'divisez.',
  'Il reste à remplir les `…` :\n\n' +
    '```ts\n' +
    'for (let i = 0; i < x.length; i++) {\n' +
    '  const above = [...x]; // une copie, où seule la coordonnée i va bouger\n' +
    '  above[i] += …;\n' +
    '  const below = [...x];\n' +
    '  below[i] -= …;\n' +
    '  gradient.push((f(…) - f(…)) / (…));\n' +
    '}\n\n' +
    'let [gap, size] = [0, 0];\n' +
    'for (let i = 0; i < a.length; i++) {\n' +
    '  if (!Number.isFinite(…) || !Number.isFinite(…)) return …;\n' +
    '  gap = Math.max(gap, Math.abs(…));\n' +
    '  size = Math.max(size, Math.abs(…), Math.abs(…));\n' +
    '}\n' +
    '```\n\n' +
    'Pensez aux parenthèses : `a / 2 * h` n’est pas `a / (2 * h)`.',
];

export const afterword =
  'L’idée : **deux mesures par coordonnée, et rien d’autre ne bouge**. Des deux côtés de x, les erreurs de courbure ' +
  's’annulent : l’erreur est de l’ordre de h², au lieu de h pour une différence d’un seul côté ; elle est même nulle ' +
  'pour une fonction du second degré. Le prix : deux appels de `f` par poids. On ne s’en sert donc jamais pour ' +
  'apprendre, seulement pour **vérifier**, une fois, sur un petit réseau. Avec h = 0,00001, un gradient juste donne une ' +
  'erreur relative sous un millionième ; un gradient faux, presque toujours au-dessus d’un centième.';
