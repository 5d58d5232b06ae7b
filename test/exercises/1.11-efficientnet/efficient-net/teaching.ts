/** What the notebook teaches around the four functions of EfficientNet. */
import type { Hints, LessonSection } from '../../teaching';

export const lessonSection: LessonSection = {
  lesson: '1.11-efficientnet',
  title: '3. MBConv, démonté',
};

export const hints: Hints = [
  'Quatre petites fonctions, dans l’ordre : chacune sert à la suivante. Les deux premières ne font que des **nombres**, et se ' +
    'vérifient de tête ; `mbConv` n’est qu’une suite de couches, avec un détour pour l’excitation ; `efficientNet` ' +
    'est une boucle sur les étages, qui appelle `mbConv`. Vérifiez chacune avant de passer à la suivante.',
  '1. `roundFilters` : le multiple de 8 le plus proche de `filters * width`, au moins 8 ; puis la règle des 90 %.\n' +
    '2. `compoundScale` : refusez un `b` qui n’a pas de ligne dans `scales` ; sinon, `map` sur les filtres, `map` sur les étages.\n' +
    '3. `mbConv` : notez d’abord le nombre de cartes de `x`, `x.shape.at(-1)`. Tout s’en déduit.\n' +
    '4. L’excitation part des cartes et y revient : moyenne, `reshape`, deux convolutions 1 × 1, puis `multiply`.\n' +
    '5. L’addition n’a lieu que si le pas vaut 1 et si le nombre de cartes est le même.\n' +
    '6. `efficientNet` : comptez les blocs en tout avant la boucle, puis au fur et à mesure, pour savoir combien laisser de côté.',
  'Il reste à remplir les `…`, et à ajouter ce qui manque :\n\n' +
    '```ts\n' +
    '// dans mbConv\n' +
    'const inputMaps = x.shape.at(-1)!;\n' +
    'let y = …; // élargi, ou x lui-même\n' +
    'y = … // en profondeur, normalisation, swish\n' +
    'let weights = connect(tf.layers.globalAveragePooling2d({ … }), y);\n' +
    'weights = connect(tf.layers.reshape({ targetShape: … }), weights);\n' +
    'weights = … // deux convolutions 1 × 1\n' +
    'y = connect(tf.layers.multiply(), …);\n' +
    '… // resserré, normalisation ; puis l’addition, s’il y a lieu\n' +
    '// dans efficientNet, derrière la première convolution\n' +
    'for (const [i, stage] of stages.entries()) {\n' +
    '  for (let j = 0; j < repeats[i]!; j++) x = mbConv(x, { ...stage, … });\n' +
    '}\n' +
    '```',
];

export const afterword =
  'L’idée : **agrandir un réseau partout à la fois**. Plus profond seulement, il apprend mal ; plus large seulement, il ne ' +
  'voit pas plus loin ; une image plus grande seulement ne trouve pas assez de filtres pour la lire. B1 à B7 avancent sur les ' +
  'trois fronts ensemble, et toute la famille tient dans une table de huit lignes et une règle d’arrondi. Voyez aussi ce que ' +
  'coûte un bloc : dans celui qui lit 192 cartes, la convolution en profondeur 5 × 5, qui seule regarde autour, a ' +
  '28 800 poids ; les deux convolutions 1 × 1 qui l’entourent en ont 442 368. B0, avec 5,3 millions de paramètres, en a vingt-six fois moins que VGG-16.';
