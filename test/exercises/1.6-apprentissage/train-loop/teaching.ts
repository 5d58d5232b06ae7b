/** What the notebook teaches around trainLoop. */
import type { Hints, LessonSection } from '../../teaching';

export const lessonSection: LessonSection = {
  lesson: '1.6-apprentissage',
  title: '4. Lots, pas, époques',
};

export const hints: Hints = [
  'Tout tient dans une question, à poser pour chaque ligne : cela se fait-il **une fois**, **à chaque époque**, **à ' +
    'chaque lot** ou **à chaque exemple** ? Copier les poids, tirer un ordre, mettre la somme des gradients à zéro, ' +
    'demander un gradient, corriger les poids, noter la perte moyenne : rangez ces six gestes dans ces quatre tiroirs ' +
    'avant d’écrire.',
  '1. Refusez ce que la liste « Erreurs » interdit.\n' +
    '2. Une fois : la copie des poids, le hasard, une liste de pertes vide, zéro pas.\n' +
    '3. Boucle des époques : un nouvel ordre ; une somme de pertes à zéro.\n' +
    '4. Dans l’époque, boucle des lots : une variable `start` part de 0 et avance de `batchSize`. Le lot est ' +
    '`order.slice(start, start + batchSize)` ; `slice` s’arrête d’elle-même au bout. Une somme de gradients à zéro.\n' +
    '5. Dans le lot, boucle des exemples : demander la perte et le gradient, ajouter l’une et l’autre aux sommes.\n' +
    '6. Après les exemples : corriger chaque poids, compter un pas. Après les lots : noter la perte moyenne.',
  'Il reste à remplir les `…` :\n\n' +
    '```ts\n' +
    'for (let epoch = 0; epoch < …; epoch++) {\n' +
    '  const order = …; // un nouvel ordre\n' +
    '  let total = 0;\n' +
    '  for (let start = 0; start < inputs.length; start += …) {\n' +
    '    const batch = order.slice(…, …);\n' +
    '    const sums = weights.map(…); // autant de zéros que de poids\n' +
    '    for (… of batch) {\n' +
    '      const answer = await model.lossAndGradient(…);\n' +
    '      total += …;\n' +
    '      for (let k = 0; k < sums.length; k++) sums[k] += …;\n' +
    '    }\n' +
    '    for (let k = 0; k < sums.length; k++) weights[k] -= …; // taux × moyenne\n' +
    '    steps++;\n' +
    '  }\n' +
    '  losses.push(…);\n' +
    '}\n' +
    '```\n\n' +
    'Une moyenne est une somme divisée par un nombre d’exemples : lequel pour le gradient, lequel pour la perte ?',
];

export const afterword =
  'L’idée : **chaque geste a son tiroir**. La boucle ne sait rien du modèle : elle lui donne des poids, il rend une ' +
  'perte et un gradient. C’est pourquoi la même boucle entraîne une droite de deux poids ou un CNN de plusieurs ' +
  'millions ; `fit` et `train` ne font rien d’autre. Diviser par la taille réelle du lot garde au dernier pas la même ' +
  'échelle qu’aux autres ; mélanger à chaque époque évite que les mêmes exemples se retrouvent toujours dans le même ' +
  'lot. Et parce que tout le hasard vient d’une graine, on peut refaire un entraînement à l’identique.';
