import * as tf from '@convolab/lib/tf';
import type { Mistake } from '../../mistake';
import { answerWith, put, type X } from './parts';

/** Wrong answers that students really give. */
export const mistakes: Mistake[] = [
  {
    name: 'les branches sont additionnées au lieu d’être mises bout à bout',
    hint: 'Les cartes de chaque branche restent, côte à côte : concatenate, et non add.',
    answer: answerWith({ join: (branches) => put(tf.layers.add(), branches) }),
  },
  {
    name: 'les branches sont mises bout à bout par lignes : les cartes s’allongent au lieu d’être plus nombreuses',
    hint: 'Les branches se joignent par les canaux : le dernier axe, que concatenate prend si on ne dit rien.',
    answer: answerWith({ join: (branches) => put(tf.layers.concatenate({ axis: 1 }), branches) }),
  },
  {
    name: 'les fenêtres de 5 × 5 sont devenues des 3 × 3, comme dans torchvision',
    hint: 'La troisième branche regarde plus loin que la deuxième : kernelSize y vaut 5.',
    answer: answerWith({ windows: [1, 3, 3] }),
  },
  {
    name: 'les réductions 1 × 1 manquent : les 3 × 3 et les 5 × 5 lisent toutes les cartes',
    hint: 'Avant la fenêtre de 3 × 3 et celle de 5 × 5, une convolution 1 × 1 rend peu de cartes : c’est elle qui rend le module léger.',
    answer: answerWith({ reduced: false }),
  },
  {
    name: 'la branche du pooling n’a pas sa convolution 1 × 1 : toutes les cartes reviennent',
    hint: 'Derrière le pooling du module vient une convolution 1 × 1, qui rend maps[5] cartes.',
    answer: answerWith({ projected: false }),
  },
  {
    name: 'les réductions prennent les nombres des fenêtres, et les fenêtres ceux des réductions',
    hint: 'Dans maps, la réduction vient avant sa fenêtre : 96 puis 128, 16 puis 32.',
    answer: {
      inception: (x: X, [a, b, c, d, e, f]: number[]) =>
        answerWith().inception(x, [a!, c!, b!, e!, d!, f!]),
    },
  },
  {
    name: 'les convolutions n’ont pas d’activation',
    hint: 'Chaque convolution, les 1 × 1 aussi, est suivie de ReLU.',
    answer: answerWith({ activation: 'linear' }),
  },
  {
    name: 'le pooling du module fait la moyenne',
    hint: 'La quatrième branche garde le maximum de chaque fenêtre.',
    answer: answerWith({ inner: (options) => tf.layers.averagePooling2d(options) }),
  },
  {
    name: 'les cartes sont aplaties avant la dernière couche, au lieu d’être moyennées',
    hint: 'Derrière 5b, chaque carte donne un seul nombre, sa moyenne : globalAveragePooling2d.',
    answer: answerWith({ head: (x) => put(tf.layers.flatten(), x) }),
  },
  {
    name: 'aux ne change rien : les classifieurs auxiliaires manquent',
    hint: 'Avec aux, le modèle a trois sorties : outputs est alors une liste.',
    answer: answerWith({ outputs: (main) => main }),
  },
  {
    name: 'les classifieurs auxiliaires sont derrière 4b et 4e',
    hint: 'Le premier lit ce que rend 4a, le second ce que rend 4d.',
    answer: answerWith({ side: ['4b', '4e'] }),
  },
  {
    name: 'un pooling manque : 5a et 5b travaillent sur des cartes de 14 × 14',
    hint: 'Avant 3a, 4a et 5a, un pooling divise la taille par deux.',
    answer: answerWith({ pooled: ['3a', '4a'] }),
  },
];
