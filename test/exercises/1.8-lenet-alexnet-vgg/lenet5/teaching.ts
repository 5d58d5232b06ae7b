/** What the notebook teaches around lenet5. */
import type { Hints, LessonSection } from '../../teaching';

export const lessonSection: LessonSection = {
  lesson: '1.8-lenet-alexnet-vgg',
  title: '1. LeNet-5 : lire des chiffres (1998)',
};

export const hints: Hints = [
  'Un modèle de tfjs est une **liste de couches**, et le tableau de l’énoncé est cette liste. Rien n’est à calculer : il ' +
    'faut choisir, ligne par ligne, la couche qui donne la forme de droite. Chaque forme qui change vous dit une option ; ' +
    'une forme qui devrait rester et qui rétrécit vous en dit une autre.',
  '1. Appelez `tf.sequential({ layers: [ … ] })` avec sept couches et un aplatissement.\n' +
    '2. La première reçoit en plus `inputShape: [28, 28, 1]`.\n' +
    '3. Un filtre 5 × 5 sans remplissage fait perdre 4 lignes : où en faut-il, où n’en faut-il pas ?\n' +
    '4. Donnez une `activation` à chaque couche qui a des poids ; celle de la dernière est une autre.\n' +
    '5. Affichez `lenet5().summary()` et comparez-le au tableau, ligne par ligne.',
  'Il reste à remplir les `…`, et à ajouter ce qui manque :\n\n' +
    '```ts\n' +
    '… tf.sequential({\n' +
    '  layers: [\n' +
    '    tf.layers.conv2d({ inputShape: …, filters: …, kernelSize: …, padding: …, activation: … }),\n' +
    '    tf.layers.averagePooling2d({ … }),\n' +
    '    … // la seconde convolution et son pooling\n' +
    '    tf.layers.flatten(),\n' +
    '    tf.layers.dense({ units: …, activation: … }),\n' +
    '    … // deux couches denses encore\n' +
    '  ],\n' +
    '});\n' +
    '```',
];

export const afterword =
  'L’idée : **plus petit, plus nombreux, puis tout ensemble**. Les cartes passent de 28 à 14, 10 puis 5 lignes pendant que ' +
  'leur nombre passe de 1 à 6 puis 16 ; l’aplatissement en fait 400 nombres, et trois couches denses concluent. Voyez ' +
  'où sont les paramètres : 2 572 dans les deux convolutions, 59 134 dans les couches denses, et 48 120 dans la seule ' +
  'première d’entre elles. Sans les zéros de la première convolution, elle ne recevrait que 256 nombres : c’est toute ' +
  'la différence entre 61 706 et 44 426. L’article de 1998 posait des chiffres de 28 × 28 au milieu d’images de ' +
  '32 × 32 : ce sont ces zéros.';
