/** What the notebook teaches around inception and googLeNet. */
import type { Hints, LessonSection } from '../../teaching';

export const lessonSection: LessonSection = {
  lesson: '1.9-googlenet-inception',
  title: '3. Le module Inception',
};

export const hints: Hints = [
  'Un module Inception, c’est **quatre réponses différentes à la même question**, posées aux mêmes cartes, puis mises ' +
    'côte à côte. Écrivez quatre petites suites de couches qui partent toutes de `x`. Pour le réseau entier, le ' +
    'module est une fonction que vous appelez neuf fois : n’écrivez rien neuf fois.',
  '1. Écrivez d’abord une fonction qui rend une convolution « same » suivie de ReLU : elle sert partout.\n' +
    '2. Dans `inception`, quatre branches partent de `x` ; `tf.layers.concatenate` les joint, dans l’ordre de l’énoncé.\n' +
    '3. Vérifiez le module seul : 163 696 paramètres pour 3a.\n' +
    '4. Dans `googLeNet`, la tige, puis une boucle sur les lignes de `modules` : un pooling avant 3a, 4a et 5a.\n' +
    '5. Gardez au passage ce que rendent 4a et 4d ; un classifieur auxiliaire est une fonction, appelée deux fois.\n' +
    '6. À la fin, `outputs` est un tenseur, ou une liste de trois quand `aux` est vrai.',
  'Il reste à remplir les `…`, et à ajouter ce qui manque :\n\n' +
    '```ts\n' +
    'const conv = (x: tf.SymbolicTensor, filters: number, kernelSize: number, …) => connect(tf.layers.conv2d({ … }), x);\n' +
    '// dans inception, deux des quatre branches :\n' +
    'const middle = conv(conv(x, maps[1], 1), …, 3);\n' +
    'const pooled = conv(connect(tf.layers.maxPooling2d({ … }), x), …);\n' +
    '// dans googLeNet, derrière la tige :\n' +
    'const side: tf.SymbolicTensor[] = [];\n' +
    'for (const [name, maps] of Object.entries(modules)) {\n' +
    '  if (…) x = connect(tf.layers.maxPooling2d({ … }), x);\n' +
    '  x = inception(x, maps);\n' +
    '  if (…) side.push(auxiliary(x)); // à écrire\n' +
    '}\n' +
    '```',
];

export const afterword =
  'L’idée : **regarder à plusieurs distances à la fois, et payer peu**. Personne ne sait d’avance si ce qui compte tient ' +
  'dans 1, 3 ou 5 pixels : le module essaie les trois, et l’apprentissage choisit. Ce qui le rend possible, ce sont les ' +
  'convolutions 1 × 1 placées devant. Dans 3a, des fenêtres de 5 × 5 sur 192 cartes auraient 153 600 poids ; avec une ' +
  'réduction à 16 cartes, 3 072 + 12 800 = 15 872. Le réseau entier tient ainsi en sept millions de paramètres, neuf ' +
  'fois moins qu’AlexNet, et il a vingt-deux couches. Les deux classifieurs auxiliaires en ajoutent 6 379 728, ' +
  'presque autant : on les retire après l’apprentissage, et le réseau qui sert n’en garde rien.';
