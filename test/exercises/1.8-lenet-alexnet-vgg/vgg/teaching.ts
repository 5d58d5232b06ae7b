/** What the notebook teaches around vgg. */
import type { Hints, LessonSection } from '../../teaching';

export const lessonSection: LessonSection = {
  lesson: '1.8-lenet-alexnet-vgg',
  title: '4. VGG : seize couches toutes pareilles (2014)',
};

export const hints: Hints = [
  'VGG est **régulier** : le même bloc, plusieurs fois. Écrivez d’abord ce qui ne change pas d’un bloc à l’autre (la ' +
    'taille des filtres, le remplissage, le pooling de la fin), puis ce qui change : le nombre de convolutions, donné par ' +
    '`blocks`, et le nombre de filtres, qui double sans dépasser 512. Deux boucles l’une dans l’autre suffisent.',
  '1. Comparez hauteur et largeur à 2 puissance le nombre de blocs ; si l’une est plus petite, lancez une erreur.\n' +
    '2. Préparez une liste de couches, vide.\n' +
    '3. Pour chaque bloc : autant de convolutions que `blocks` le dit, puis un pooling, puis le nombre de filtres du suivant.\n' +
    '4. La toute première convolution, et elle seule, reçoit `inputShape`.\n' +
    '5. Si `classes` n’est pas 0 : aplatissement, deux fois dense et dropout, et la sortie.\n' +
    '6. `tf.sequential({ layers: … })` referme le tout. Vérifiez `countParams()` avec VGG-16.',
  'Il reste à remplir les `…`, et à ajouter ce qui manque :\n\n' +
    '```ts\n' +
    'if (… < 2 ** blocks.length) throw new RangeError(…);\n' +
    'const list: … = [];\n' +
    'let filters = …;\n' +
    'for (const … of blocks) {\n' +
    '  for (let i = 0; i < …; i++) {\n' +
    '    const first = … ? … : {}; // inputShape, une seule fois\n' +
    '    list.push(tf.layers.conv2d({ ...first, … }));\n' +
    '  }\n' +
    '  … // le pooling du bloc, et les filtres du suivant\n' +
    '}\n' +
    'if (…) list.push(…); // aplatir, denses et dropouts, sortie\n' +
    '```',
];

export const afterword =
  'L’idée : **un réseau est une fonction de sa configuration**. Cinq nombres, 2, 2, 3, 3, 3, suffisent à dire VGG-16, et ' +
  '2, 2, 4, 4, 4 à dire VGG-19 : c’est ainsi que l’article les présente, en colonnes d’un même tableau, et que les ' +
  'bibliothèques les programment. Voyez le prix de chaque chose : trois convolutions de plus ajoutent 5,3 millions de ' +
  'paramètres, quand les couches denses en ont 123,6 millions à elles seules. Sans elles (`classes` égal à 0), VGG-16 ' +
  'tient en 14,7 millions et prend des images de toute taille : c’est ce réseau-là qu’on réutilise, au chapitre 2, pour ' +
  'extraire des caractéristiques.';
