import * as tf from '@convolab/lib/tf';
import type { Mistake } from '../../mistake';
import { alexWith } from './parts';

/** Wrong alexNet answers that students really give. */
export const mistakes: Mistake<(groups: number) => unknown>[] = [
  {
    name: 'groups ne change rien : une seule tour dans les deux cas, 62 378 344 paramètres',
    hint: 'tfjs ne connaît pas les groupes (il ignore une option groups) : construisez vous-même deux suites de couches.',
    answer: alexWith({ towers: () => 1 }),
  },
  {
    name: 'l’image fait 224 × 224, sans zéros autour : la première convolution rend des cartes de 54 × 54',
    hint: 'L’article écrit 224, mais ses propres tailles (55, 27, 13) demandent 227 : (227 − 11) / 4 + 1.',
    answer: alexWith({ side: 224 }),
  },
  {
    name: 'la première convolution est remplie (« same ») : ses cartes font 57 × 57',
    hint: 'Seules les quatre convolutions suivantes gardent la taille ; la première est « valid ».',
    answer: alexWith({ conv: (at) => (at === 1 ? { padding: 'same' } : {}) }),
  },
  {
    name: 'les convolutions qui suivent la première ne sont pas remplies : les cartes rétrécissent',
    hint: 'De la deuxième à la cinquième, la convolution garde la taille : regardez padding.',
    answer: alexWith({
      conv: (at) => (at > 1 ? { padding: 'valid' } : {}),
      pools: { poolSize: 3, strides: 2, padding: 'same' },
    }),
  },
  {
    name: 'les fenêtres de pooling font 2 × 2 : elles ne se chevauchent pas',
    hint: 'Chaque fenêtre a 3 lignes et 3 colonnes, et avance de 2.',
    answer: alexWith({ pools: { poolSize: 2, strides: 2 } }),
  },
  {
    name: 'les tours ne se rencontrent qu’à la fin : la troisième convolution ne voit que sa tour',
    hint: 'La troisième convolution lit les cartes des deux tours : il faut les joindre avant elle.',
    answer: alexWith({ meetings: [6] }),
  },
  {
    name: 'les tours se rejoignent à chaque étage : chaque convolution voit toutes les cartes',
    hint: 'Avec une rencontre à chaque étage, il n’y a plus deux tours : elles ne se parlent qu’avant la troisième convolution et avant les couches denses.',
    answer: alexWith({ meetings: [2, 3, 4, 5, 6] }),
  },
  {
    name: 'chaque tour a tous les filtres : il y en a le double en tout',
    hint: 'Les filtres se partagent entre les tours : 96 en tout, donc 48 dans chacune.',
    answer: (groups) =>
      alexWith({ filters: [96, 256, 384, 384, 256].map((count) => count * groups) })(groups),
  },
  {
    name: 'les tours sont additionnées au lieu d’être mises bout à bout',
    hint: 'Deux fois 128 cartes doivent en faire 256 : concatenate, et non add.',
    answer: alexWith({ join: () => tf.layers.add() }),
  },
  {
    name: 'la troisième et la quatrième convolution sont suivies d’un pooling, comme les autres',
    hint: 'Seules la première, la deuxième et la cinquième convolution sont suivies d’un pooling.',
    answer: alexWith({ pooled: [1, 2, 3, 4, 5], pools: { padding: 'same' } }),
  },
  {
    name: 'la sortie n’a pas d’activation : elle rend des logits',
    hint: 'Le modèle doit rendre mille probabilités, positives et de somme 1.',
    answer: alexWith({ output: 'linear' }),
  },
  {
    name: 'une seule couche dense de 4 096 neurones',
    hint: 'Après l’aplatissement viennent trois couches denses : comparez au tableau de l’énoncé.',
    answer: alexWith({ units: [4096, 1000], rates: [0.5] }),
  },
];
