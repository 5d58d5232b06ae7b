import * as tf from '@convolab/lib/tf';
import type { AnyFunction } from '../../answer';
import type { Mistake } from '../../mistake';
import { put } from '../put';
import { blockWith, networkWith, parted, positive, times } from './parts';

type Answer = Record<string, AnyFunction>;

/** Wrong answers that students really give. */
export const mistakes: Mistake<Answer>[] = [
  {
    name: 'residual rend ReLU(F(x)) : x n’a pas été ajouté',
    hint: 'Le raccourci apporte x : ajoutez-le, valeur par valeur, avant le dernier ReLU.',
    answer: { residual: (x: number[], w1: number[][], w2: number[][]) => positive(parted(x, w1, w2).f) },
  },
  {
    name: 'residual applique ReLU à F(x) avant l’addition',
    hint: 'Le dernier ReLU vient après l’addition : F(x) doit pouvoir retrancher.',
    answer: {
      residual: (input: number[], w1: number[][], w2: number[][]) => {
        const { x, f } = parted(input, w1, w2);
        return positive(f).map((value, i) => value + x[i]!);
      },
    },
  },
  {
    name: 'residual oublie le dernier ReLU',
    hint: 'Après l’addition, les valeurs négatives deviennent 0.',
    answer: {
      residual: (input: number[], w1: number[][], w2: number[][]) => {
        const { x, f } = parted(input, w1, w2);
        return f.map((value, i) => value + x[i]!);
      },
    },
  },
  {
    name: 'residual oublie le ReLU entre les deux couches',
    hint: 'Entre W1 et W2 aussi, les valeurs négatives deviennent 0.',
    answer: {
      residual: (x: number[], w1: number[][], w2: number[][]) => {
        const f = times(times(x, w1), w2);
        if (f.length !== x.length) throw new RangeError('lengths');
        return positive(f.map((value, i) => value + x[i]!));
      },
    },
  },
  {
    name: 'residual ajoute aussi des tailles différentes',
    hint: 'Comparez les deux longueurs avant d’ajouter : si elles diffèrent, il faut lancer une erreur.',
    answer: {
      residual: (x: number[], w1: number[][], w2: number[][]) =>
        positive(times(positive(times(x, w1)), w2).map((value, i) => value + (x[i] ?? 0))),
    },
  },
  {
    name: 'le pas est sur la convolution 3 × 3, comme dans PyTorch (« v1.5 »)',
    hint: 'Dans l’article et dans cet énoncé, c’est la première convolution 1 × 1 qui avance de strides.',
    answer: { bottleneck: blockWith({ strided: 1 }) },
  },
  {
    name: 'ReLU est appliqué à F(x) avant l’addition',
    hint: 'La troisième convolution n’est suivie que d’une normalisation ; ReLU vient après l’addition.',
    answer: { bottleneck: blockWith({ reluBefore: true, reluAfter: false }) },
  },
  {
    name: 'ReLU est appliqué deux fois : à F(x), et après l’addition',
    hint: 'La troisième convolution n’est suivie que d’une normalisation.',
    answer: { bottleneck: blockWith({ reluBefore: true }) },
  },
  {
    name: 'il n’y a pas de ReLU après l’addition',
    hint: 'Le bloc finit par ReLU.',
    answer: { bottleneck: blockWith({ reluAfter: false }) },
  },
  {
    name: 'les convolutions n’ont pas de biais',
    hint: 'Comme dans Keras, les convolutions de ce ResNet gardent leurs biais : ôtez useBias.',
    answer: { bottleneck: blockWith({ useBias: false }) },
  },
  {
    name: 'il y a une projection même quand x a déjà la bonne forme',
    hint: 'Si le pas vaut 1 et que x a déjà 4 × filters canaux, le raccourci ne porte aucune couche.',
    answer: { bottleneck: blockWith({ projects: () => true }) },
  },
  {
    name: 'la projection n’est pas normalisée',
    hint: 'La convolution du raccourci est suivie d’une normalisation, elle aussi.',
    answer: { bottleneck: blockWith({ projection: { norm: false } }) },
  },
  {
    name: 'la projection est suivie d’un ReLU',
    hint: 'Sur le raccourci : convolution, normalisation, et rien d’autre.',
    answer: { bottleneck: blockWith({ projection: { relu: true } }) },
  },
  {
    name: 'le raccourci et les couches sont concaténés au lieu d’être ajoutés',
    hint: 'ResNet ajoute (add) ; c’est DenseNet qui concatène.',
    answer: { bottleneck: blockWith({ join: (x, f) => put(tf.layers.concatenate(), [x, f]) }) },
  },
  {
    name: 'les convolutions ne sont pas normalisées',
    hint: 'Chaque convolution est suivie de tf.layers.batchNormalization().',
    answer: { bottleneck: blockWith({ norm: () => false, projection: { norm: false } }) },
  },
  {
    name: 'conv2 divise déjà la taille par deux',
    hint: 'Le max pooling vient de le faire : les blocs de conv2 ont tous un pas de 1.',
    answer: { resNet: networkWith({ strides: () => 2 }) },
  },
  {
    name: 'aucun bloc ne divise la taille par deux',
    hint: 'Le premier bloc de conv3, de conv4 et de conv5 a un pas de 2.',
    answer: { resNet: networkWith({ strides: () => 1 }) },
  },
  {
    name: 'les cartes sont aplaties au lieu d’être moyennées',
    hint: 'Une moyenne par carte : globalAveragePooling2d. Il reste 2048 nombres.',
    answer: { resNet: networkWith({ end: { flat: true } }) },
  },
  {
    name: 'la marge de l’entrée manque : la première convolution rend 109 × 109',
    hint: 'Une marge de 3 zéros précède la convolution 7 × 7, une marge de 1 le pooling.',
    answer: { resNet: networkWith({ margins: [0, 1] }) },
  },
  {
    name: 'la sortie n’a pas d’activation',
    hint: 'Le modèle rend mille probabilités : softmax.',
    answer: { resNet: networkWith({ end: { activation: 'linear' } }) },
  },
]; // prettier-ignore
