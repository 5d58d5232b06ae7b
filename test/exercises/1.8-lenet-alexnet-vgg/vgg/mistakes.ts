import * as tf from '@convolab/lib/tf';
import type { Mistake } from '../../mistake';
import { vggOf, vggWith, type Call } from './parts';

/** Wrong vgg answers that students really give. */
export const mistakes: Mistake<(...call: Call) => unknown>[] = [
  {
    name: 'chaque convolution est suivie d’un pooling, comme le dit le support',
    hint: 'Un seul pooling par bloc, derrière la dernière de ses convolutions.',
    answer: vggWith({ poolings: () => 1, pools: { padding: 'same' } }),
  },
  {
    name: 'les filtres font 2 × 2',
    hint: 'Dans VGG, 2 × 2 est la fenêtre du pooling ; les filtres sont 3 × 3.',
    answer: vggWith({ conv: { kernelSize: 2 } }),
  },
  {
    name: 'les filtres doublent sans s’arrêter : 1 024 dans le cinquième bloc',
    hint: 'Les filtres doublent d’un bloc au suivant, mais ne dépassent jamais 512.',
    answer: vggWith({ filters: (block) => 64 * 2 ** block }),
  },
  {
    name: 'tous les blocs ont 64 filtres',
    hint: 'Chaque bloc a deux fois plus de filtres que le précédent, jusqu’à 512.',
    answer: vggWith({ filters: () => 64 }),
  },
  {
    name: 'les convolutions ne sont pas remplies : les cartes perdent deux lignes à chaque fois',
    hint: 'Dans un bloc, les cartes gardent leur taille : regardez padding.',
    answer: vggWith({ conv: { padding: 'valid' } }),
  },
  {
    name: 'le dernier bloc n’a pas de pooling',
    hint: 'Chaque bloc se termine par un pooling, le dernier aussi : les cartes de VGG-16 arrivent à 7 × 7.',
    answer: vggWith({ poolings: ({ isLast, isEnd }) => (isLast && !isEnd ? 1 : 0) }),
  },
  {
    name: 'classes vaut 0, et les couches denses sont là quand même',
    hint: 'Avec classes égal à 0, le modèle s’arrête au dernier pooling.',
    answer: (blocks, inputShape, classes) => vggWith()(blocks, inputShape, classes || 1000),
  },
  {
    name: 'inputShape n’est pas lu : le modèle reçoit toujours des images de 224 × 224 × 3',
    hint: 'La première convolution reçoit l’inputShape de l’appel.',
    answer: (blocks, _inputShape, classes) => vggWith()(blocks, [224, 224, 3], classes),
  },
  {
    name: 'blocks n’est pas lu : c’est toujours VGG-16',
    hint: 'Le nombre de convolutions de chaque bloc est dans blocks, et son nombre de blocs aussi.',
    answer: (_blocks, inputShape, classes) => vggWith()([2, 2, 3, 3, 3], inputShape, classes),
  },
  {
    name: 'une seule couche dense de 4 096 neurones',
    hint: 'Après l’aplatissement viennent trois couches denses : 4 096, 4 096, puis les classes.',
    answer: vggWith({ units: [4096], rates: [0.5] }),
  },
  {
    name: 'la sortie n’a pas d’activation : elle rend des logits',
    hint: 'Le modèle doit rendre des probabilités, positives et de somme 1.',
    answer: vggWith({ output: 'linear' }),
  },
  {
    name: 'la première couche dense n’est pas précédée d’un aplatissement : une réponse par case',
    hint: 'Une couche dense reçoit une bande de nombres : entre les cartes et elle, il faut flatten.',
    answer: vggOf((layers) => layers.filter((layer) => layer.getClassName() !== 'Flatten')),
  },
  {
    name: 'le pooling fait la moyenne',
    hint: 'Depuis AlexNet, on garde le maximum.',
    answer: vggWith({ pool: (options) => tf.layers.averagePooling2d(options) }),
  },
];
