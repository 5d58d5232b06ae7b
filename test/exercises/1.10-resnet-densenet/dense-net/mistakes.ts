import * as tf from '@convolab/lib/tf';
import type { AnyFunction } from '../../answer';
import type { Mistake } from '../../mistake';
import { chain, put, type X } from '../put';
import { blockWith, networkWith, transitionWith } from './parts';

type Answer = Record<string, AnyFunction>;

/** Wrong answers that students really give. */
export const mistakes: Mistake<Answer>[] = [
  {
    name: 'les nouvelles cartes sont ajoutées (add) au lieu d’être mises bout à bout',
    hint: 'DenseNet concatène : concatenate. L’addition est de ResNet.',
    answer: {
      denseBlock: (x: X, layers: number) => {
        const sum = (before: X, fresh: X): X => put(tf.layers.add(), [before, fresh]);
        return blockWith({ join: sum, wide: 4 })(x, layers, x.shape[3]!);
      },
    },
  },
  {
    name: 'chaque couche ne lit que les cartes de la précédente',
    hint: 'Ce que lit une couche est la concaténation de tout ce qui précède dans le bloc, entrée comprise.',
    answer: { denseBlock: blockWith({ join: (_, fresh) => fresh }) },
  },
  {
    name: 'les anciennes cartes sont perdues : seule l’entrée du bloc est gardée',
    hint: 'Concaténez ce qui a déjà été concaténé, pas seulement l’entrée du bloc.',
    answer: {
      denseBlock: blockWith({ join: (_, fresh, input) => put(tf.layers.concatenate(), [input, fresh]) }),
    },
  },
  {
    name: 'la normalisation et ReLU viennent après la convolution',
    hint: 'Dans DenseNet, chaque couche normalise et rectifie ce qu’elle lit, puis convolue.',
    answer: { denseBlock: blockWith({ post: true }) },
  },
  {
    name: 'la convolution 1 × 1 manque : la 3 × 3 lit toutes les cartes',
    hint: 'Chaque couche a deux convolutions : une 1 × 1 à 4 × growth filtres, puis la 3 × 3.',
    answer: { denseBlock: blockWith({ bottleneck: false }) },
  },
  {
    name: 'la convolution 1 × 1 a growth filtres au lieu de 4 × growth',
    hint: 'Le goulot garde quatre fois la croissance.',
    answer: { denseBlock: blockWith({ wide: 1 }) },
  },
  {
    name: 'les convolutions du bloc ont des biais',
    hint: 'useBias vaut true si vous ne dites rien.',
    answer: { denseBlock: blockWith({ useBias: true }) },
  },
  {
    name: 'les nouvelles cartes sont mises devant les anciennes',
    hint: 'Dans concatenate, ce qui était là vient en premier.',
    answer: { denseBlock: blockWith({ join: (before, fresh) => put(tf.layers.concatenate(), [fresh, before]) }) },
  },
  {
    name: 'la transition ne réduit pas les canaux',
    hint: 'La convolution 1 × 1 garde la moitié des canaux qui arrivent.',
    answer: { transition: transitionWith({ kept: (channels) => channels }) },
  },
  {
    name: 'la transition prend le maximum au lieu de la moyenne',
    hint: 'Entre deux blocs, c’est averagePooling2d.',
    answer: { transition: transitionWith({ max: true }) },
  },
  {
    name: 'la transition n’a ni normalisation ni ReLU',
    hint: 'Comme les couches du bloc, elle normalise et rectifie ce qu’elle lit.',
    answer: { transition: transitionWith({ norm: false, relu: false }) },
  },
  {
    name: 'la transition convolue, puis normalise',
    hint: 'Normalisation et ReLU viennent d’abord, la convolution ensuite.',
    answer: {
      transition: (x: X) => chain(
        x,
        tf.layers.conv2d({ filters: Math.floor(x.shape[3]! / 2), kernelSize: 1, useBias: false }),
        tf.layers.batchNormalization(), tf.layers.reLU(), tf.layers.averagePooling2d({ poolSize: 2 }),
      ),
    },
  },
  {
    name: 'il y a une transition après le dernier bloc aussi',
    hint: 'Une transition est entre deux blocs : il y en a une de moins que de blocs.',
    answer: { denseNet: networkWith({ between: () => true }) },
  },
  {
    name: 'il n’y a pas de transition',
    hint: 'Entre deux blocs, l’image rétrécit et les canaux diminuent.',
    answer: { denseNet: networkWith({ between: () => false }) },
  },
  {
    name: 'la normalisation et ReLU de la fin manquent',
    hint: 'Le dernier bloc finit par une convolution : normalisez et rectifiez avant la moyenne.',
    answer: { denseNet: networkWith({ last: { norm: false, relu: false } }) },
  },
  {
    name: 'la première convolution a des biais',
    hint: 'Aucune convolution n’a de biais dans ce réseau.',
    answer: { denseNet: networkWith({ useBias: true }) },
  },
  {
    name: 'la sortie n’a pas d’activation',
    hint: 'Le modèle rend mille probabilités : softmax.',
    answer: { denseNet: networkWith({ end: { activation: 'linear' } }) },
  },
]; // prettier-ignore
