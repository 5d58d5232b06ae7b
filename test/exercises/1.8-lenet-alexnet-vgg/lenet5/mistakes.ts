import * as tf from '@convolab/lib/tf';
import type { Mistake } from '../../mistake';
import { lenetOf, lenetWith } from './parts';

/** Wrong lenet5 answers that students really give. */
export const mistakes: Mistake<() => unknown>[] = [
  {
    name: 'la première convolution n’est pas remplie : ses cartes font 24 × 24, et le modèle a 44 426 paramètres',
    hint: 'Avec des images de 28 × 28, la première convolution doit rendre des cartes de 28 × 28 : regardez padding.',
    answer: lenetWith({ first: { padding: 'valid' } }),
  },
  {
    name: 'les deux convolutions sont remplies : les cartes arrivent à 7 × 7 au lieu de 5 × 5',
    hint: 'Seule la première convolution garde la taille de son entrée ; la seconde passe de 14 à 10.',
    answer: lenetWith({ second: { padding: 'same' } }),
  },
  {
    name: 'le pooling prend le maximum, comme dans les réseaux d’aujourd’hui',
    hint: 'LeNet-5 moyenne ses fenêtres : tfjs a une autre couche pour cela.',
    answer: lenetWith({ pool: (options) => tf.layers.maxPooling2d(options) }),
  },
  {
    name: 'l’activation est ReLU, comme dans les réseaux d’aujourd’hui',
    hint: 'En 1998, LeNet-5 utilise la tangente hyperbolique.',
    answer: lenetWith({ activation: 'relu' }),
  },
  {
    name: 'aucune activation entre les couches',
    hint: 'Sans activation, deux couches qui se suivent n’en font qu’une : donnez l’option activation à chacune.',
    answer: lenetWith({ activation: 'linear' }),
  },
  {
    name: 'la sortie est une sigmoïde : les dix nombres ne se partagent pas 1',
    hint: 'Une image n’a qu’une classe : relisez la fin de la leçon 1.5.',
    answer: lenetWith({ output: 'sigmoid' }),
  },
  {
    name: 'la sortie n’a pas d’activation : elle rend des logits',
    hint: 'Le modèle doit rendre des probabilités, positives et de somme 1.',
    answer: lenetWith({ output: 'linear' }),
  },
  {
    name: 'la couche dense de 84 neurones manque',
    hint: 'Après l’aplatissement viennent trois couches denses : comparez au tableau de l’énoncé.',
    answer: lenetWith({ units: [120, 10] }),
  },
  {
    name: 'une seule couche de pooling',
    hint: 'Chaque convolution est suivie de son pooling.',
    answer: lenetOf((layers) => layers.filter((_, i) => i !== 3)),
  },
  {
    name: 'les filtres font 3 × 3',
    hint: 'Les filtres de LeNet-5 ont 5 lignes et 5 colonnes : kernelSize.',
    answer: lenetWith({ first: { kernelSize: 3 }, second: { kernelSize: 3 } }),
  },
  {
    name: 'la dernière couche n’est pas précédée d’un aplatissement : une réponse par case',
    hint: 'Une couche dense reçoit une bande de nombres : entre les cartes et elle, il faut flatten.',
    answer: lenetOf((layers) => layers.filter((_, i) => i !== 4)),
  },
];
