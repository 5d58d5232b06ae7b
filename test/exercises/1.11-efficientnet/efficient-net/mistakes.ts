import * as tf from '@convolab/lib/tf';
import type { Mistake } from '../../mistake';
import { answerWith, put } from './parts';

/** Wrong answers that students really give. */
export const mistakes: Mistake[] = [
  {
    name: 'la règle des 90 % manque : 16 × 1,2 donne 16',
    hint: 'Si le multiple de 8 retenu est sous 90 % de ce qui était voulu, on prend le suivant.',
    answer: answerWith({ share: 0 }),
  },
  {
    name: 'les filtres sont arrondis au multiple de 8 supérieur',
    hint: 'C’est le multiple de 8 le plus proche qui est retenu : 35,2 donne 32.',
    answer: answerWith({ nearest: (wanted) => 8 * Math.ceil(wanted / 8) }),
  },
  {
    name: 'les filtres ne sont pas ramenés à un multiple de 8',
    hint: '38,4 filtres, ou 38, n’existent pas ici : il faut un multiple de 8.',
    answer: answerWith({ nearest: Math.round, share: 0 }),
  },
  {
    name: 'le nombre de blocs est arrondi vers le bas',
    hint: 'Un étage qui devrait avoir 1,4 bloc en a deux : arrondissez vers le haut.',
    answer: answerWith({ repeats: Math.floor }),
  },
  {
    name: 'la dernière convolution garde ses 1 280 filtres quand le réseau s’élargit',
    hint: 'La largeur multiplie aussi les filtres de la première et de la dernière convolution.',
    answer: answerWith({ scaled: (place) => place < 8 }),
  },
  {
    name: 'la première convolution garde ses 32 filtres quand le réseau s’élargit',
    hint: 'La largeur multiplie aussi les filtres de la première et de la dernière convolution.',
    answer: answerWith({ scaled: (place) => place > 0 }),
  },
  {
    name: 'l’excitation se réduit au quart des cartes élargies, et non de celles de l’entrée',
    hint: 'Le quart se prend sur les cartes qui entrent dans le bloc, avant la convolution qui élargit.',
    answer: answerWith({ few: (_, inside) => Math.floor(inside / 4) }),
  },
  {
    name: 'il n’y a pas d’excitation : les cartes ne sont pas pesées',
    hint: 'Entre la convolution en profondeur et la dernière 1 × 1, chaque carte est multipliée par un nombre entre 0 et 1.',
    answer: answerWith({ few: () => undefined }),
  },
  {
    name: 'les poids de l’excitation sont ajoutés aux cartes au lieu de les multiplier',
    hint: 'Un nombre entre 0 et 1 pèse une carte : multiply.',
    answer: answerWith({ excite: () => tf.layers.add() }),
  },
  {
    name: 'un bloc qui n’élargit pas a quand même sa première convolution 1 × 1',
    hint: 'Quand expansion vaut 1, le bloc commence par la convolution en profondeur.',
    answer: answerWith({ widens: () => true }),
  },
  {
    name: 'la convolution en profondeur est une convolution ordinaire',
    hint: 'Chaque filtre ne regarde qu’une carte : depthwiseConv2d.',
    answer: answerWith({
      window: (x, options) =>
        put(
          tf.layers.conv2d({
            ...options,
            filters: x.shape.at(-1)!,
            padding: 'same',
            useBias: false,
          }),
          x,
        ),
    }),
  },
  {
    name: 'les convolutions suivies d’une normalisation ont des biais',
    hint: 'La normalisation par lots retire la moyenne, donc le biais : useBias: false.',
    answer: answerWith({
      conv: { useBias: true },
      stem: { useBias: true },
      window: (x, options) => put(tf.layers.depthwiseConv2d({ ...options, padding: 'same' }), x),
    }),
  },
  {
    name: 'l’activation est ReLU',
    hint: 'EfficientNet emploie swish, x fois sa sigmoïde.',
    answer: answerWith({ activation: 'relu', squeeze: ['relu', 'sigmoid'] }),
  },
  {
    name: 'une activation suit la dernière convolution du bloc',
    hint: 'Le goulot est linéaire : après la convolution qui resserre, une normalisation et rien d’autre.',
    answer: answerWith({ end: () => [tf.layers.activation({ activation: 'swish' })] }),
  },
  {
    name: 'l’entrée du bloc ne s’ajoute jamais à sa sortie',
    hint: 'Quand le bloc garde la taille et le nombre de cartes, son entrée s’ajoute à ce qu’il rend.',
    answer: answerWith({ adds: () => false }),
  },
  {
    name: 'tous les blocs d’un étage avancent de 2, et non le premier seulement',
    hint: 'Le pas de l’étage est celui de son premier bloc ; les autres avancent de 1.',
    answer: answerWith({ strides: (strides) => strides }),
  },
];
