/** What the notebook teaches around resNet. */
import type { Hints, LessonSection } from '../../teaching';

export const lessonSection: LessonSection = {
  lesson: '1.10-resnet-densenet',
  title: '3. Le bloc résiduel',
};

export const hints: Hints = [
  'Trois fonctions, du plus petit au plus grand : des nombres, un bloc, un réseau. Dans chacune, il y a **deux ' +
    'chemins** qui partent de `x` : celui des couches, et le raccourci. Écrivez-les séparément, donnez-leur des noms, et ' +
    'ne les réunissez qu’à la fin, juste avant le dernier ReLU.',
  '1. `residual` : deux petites fonctions, une couche dense et un ReLU, appelées dans l’ordre de la formule ; puis la ' +
    'comparaison des tailles ; puis la somme, valeur par valeur.\n' +
    '2. `bottleneck` : une petite fonction « convolution puis normalisation » sert quatre fois, avec ses filtres, sa taille ' +
    'et son pas.\n' +
    '3. Le raccourci : `x.shape[3]` est le nombre de canaux. Deux conditions pour se passer de projection.\n' +
    '4. `resNet` : l’entrée, puis deux boucles, sur les étages et sur leurs blocs. Le nombre de filtres double d’un étage ' +
    'à l’autre ; le pas dépend de l’étage **et** de la place du bloc.\n' +
    '5. `resNet(50).summary()` montre chaque couche.',
  'Il reste à remplir les `…`, et à ajouter ce qui manque :\n\n' +
    '```ts\n' +
    '// bottleneck\n' +
    'const conv = (from, count, kernelSize, step) => connect(tf.layers.…, connect(tf.layers.conv2d({ … }), from));\n' +
    'let f = …; // trois fois conv, un ReLU derrière les deux premières\n' +
    'const beside = … ? x : conv(x, …, 1, …);\n' +
    'return connect(tf.layers.reLU(), …);\n' +
    '// resNet\n' +
    'for (const [stage, count] of ….entries()) {\n' +
    '  for (let block = 0; block < count; block++) x = bottleneck(x, …, …);\n' +
    '}\n' +
    '```',
];

export const afterword =
  'L’idée : **rendre « ne rien faire » facile**. Un bloc dont les poids s’effacent laisse passer x, et cinquante blocs ' +
  'peuvent s’empiler sans que les premiers soient oubliés par le gradient. La projection n’est là que pour accorder les ' +
  'formes : il y en a quatre dans ResNet-50, une par étage, et le signal y est quand même multiplié. Les autres ' +
  'raccourcis ne coûtent **rien** : ni poids, ni calcul, une addition. Et le goulot explique que 152 couches ne pèsent ' +
  'que 60 millions de paramètres : un seul des trois noyaux est 3 × 3, et il travaille sur quatre fois moins de canaux.';
