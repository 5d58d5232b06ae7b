/** What the notebook teaches around shiftCurve. */
import type { Hints, LessonSection } from '../../teaching';

export const lessonSection: LessonSection = {
  lesson: '2.3-avantages-limites',
  title: '2. « Invariant » ? Équivariant',
};

export const hints: Hints = [
  'Quatre petites fonctions, dans l’ordre. Pour `shift`, partez de la **destination** : la colonne x du résultat, d’où ' +
    'vient-elle ? Les trois autres ne décalent ni ne cachent « à la main » : `shiftCurve` et `equivarianceGap` appellent ' +
    'votre `shift`, et `occlusion` refait une image neuve à chaque place.',
  '1. `shift` : refusez un d qui n’est pas entier ; pour chaque ligne, une nouvelle ligne de la même longueur ; la source de ' +
    "la colonne x est x − d. Hors de la ligne : 0, ou, avec `'wrap'`, le reste de la division par la largeur, rendu positif.\n" +
    '2. `shiftCurve` : refusez ; une boucle de −most à most ; pour chaque d, comptez les images dont la réponse, une fois ' +
    'décalées, est leur étiquette ; divisez.\n' +
    '3. `equivarianceGap` : deux chemins, deux cartes ; comparez leurs tailles, puis leurs cases.\n' +
    '4. `occlusion` : le score de l’image entière, une fois ; deux boucles sur les places ; une copie où les pixels de la ' +
    'fenêtre valent `fill` ; la différence.',
  'Il reste à remplir les `…` :\n\n' +
    '```ts\n' +
    '// shift : une colonne du résultat\n' +
    'const source = …;\n' +
    "const found = border === 'wrap' ? row[((… % …) + …) % …] : row[source]; // undefined hors de la ligne\n" +
    '// shiftCurve\n' +
    'for (let d = …; d <= …; d++) {\n' +
    '  let hits = 0;\n' +
    '  images.forEach((image, i) => { if (classify(…) === …) hits++; });\n' +
    '  result.push({ d, accuracy: … });\n' +
    '}\n' +
    '// equivarianceGap\n' +
    'const [one, other] = [operation(shift(…)), shift(operation(…), …)];\n' +
    '// occlusion : un pixel (y, x), quand la fenêtre est en (i, j)\n' +
    'const hidden = y >= i && y < … && x >= j && x < …;\n' +
    '```',
];

export const afterword =
  'L’idée : une propriété que l’on vante se **mesure**, en quelques lignes, et sans ouvrir le réseau. `shiftCurve` ne demande ' +
  'qu’une fonction qui répond : la même courbe juge un CNN, un réseau dense, ou un service dont vous n’avez pas le code. ' +
  '`equivarianceGap` sépare deux choses que l’on confond : une convolution suit le décalage **exactement**, et seul le bord ' +
  'l’en empêche ; un pooling ne le suit que par multiples de son pas. Et `occlusion` dit **où** un score se joue, pour la ' +
  'question qu’on lui pose : changez `fill`, et la réponse peut changer.';
