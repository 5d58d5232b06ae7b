/** Mistakes that students make in flatten and dense, known by what they give. */
import type { Mistake } from '../../mistake';
import {
  channelsFirst,
  columnsFirst,
  checkedBy,
  dot,
  right,
  sum,
  times,
  transpose,
  wrong,
} from './parts';
import type { Block, Dense, Matrix, Vector } from './types';

/** Weights taken for [inputs][neurons]: what does not fit is refused in those terms. */
const transposed: Dense = (x, w, b) => {
  if (w.length !== x.length || w[0]!.length !== b.length) throw new RangeError('w');
  return right.dense(x, transpose(w), b);
};

export const mistakes: Mistake[] = [
  {
    name: 'les canaux viennent en premier : c’est l’ordre de PyTorch',
    hint: 'Dans l’ordre de tfjs, les canaux d’une même case se suivent : la boucle des canaux est la plus intérieure.',
    answer: { flatten: channelsFirst },
  },
  {
    name: 'le bloc est lu colonne par colonne',
    hint: 'On lit comme un texte : toute la première ligne, puis la suivante.',
    answer: { flatten: columnsFirst },
  },
  {
    name: 'il reste un tableau de cases : un seul niveau est aplati',
    hint: 'Le bloc a trois niveaux de crochets, la bande n’en a qu’un : il faut en retirer deux.',
    answer: { flatten: (v: Block): unknown => v.flat() },
  },
  {
    name: 'seul le premier canal est gardé',
    hint: 'La bande a H × W × C nombres : aucun ne se perd.',
    answer: { flatten: (v: Block) => v.flatMap((line) => line.map((cell) => cell[0]!)) },
  },
  {
    name: 'les poids sont lus en colonnes, comme si w était transposée',
    hint: 'Dans l’énoncé, w[j] contient tous les poids du neurone j : le premier indice est le neurone.',
    answer: { dense: transposed },
  },
  {
    name: 'les biais sont oubliés',
    hint: 'La sortie du neurone j est la somme des produits, plus b[j].',
    answer: { dense: wrong((x, w) => w.map((weights) => dot(weights, x))) },
  },
  {
    name: 'le biais est ajouté à chaque produit',
    hint: 'Le biais ne s’ajoute qu’une fois par neurone, quelle que soit la longueur de x.',
    answer: {
      dense: wrong((x, w, b) => w.map((weights, j) => dot(weights, x) + x.length * b[j]!)),
    },
  },
  {
    name: 'le premier biais sert à tous les neurones',
    hint: 'Chaque neurone a son biais : b[j] pour le neurone j.',
    answer: { dense: wrong((x, w, b) => w.map((weights) => dot(weights, x) + b[0]!)) },
  },
  {
    name: 'les biais sont retranchés',
    hint: 'On calcule Wx + b : le biais s’ajoute, avec son signe.',
    answer: { dense: wrong((x, w, b) => w.map((weights, j) => dot(weights, x) - b[j]!)) },
  },
  {
    name: 'une activation ReLU est appliquée à la fin',
    hint: 'L’énoncé demande la couche sans activation : une sortie peut être négative.',
    answer: {
      dense: (x: Vector, w: Matrix, b: Vector) => right.dense(x, w, b).map((z) => Math.max(0, z)),
    },
  },
  {
    name: 'les sorties des neurones sont additionnées',
    hint: 'La couche rend une liste : une valeur par neurone.',
    answer: { dense: (x: Vector, w: Matrix, b: Vector): unknown => sum(right.dense(x, w, b)) },
  },
  {
    name: 'les produits ne sont pas additionnés',
    hint: 'Un neurone additionne tous ses produits : il ne rend qu’un nombre.',
    answer: {
      dense: (x: Vector, w: Matrix, b: Vector): unknown => {
        right.dense(x, w, b);
        return w.map((weights, j) => times(x.length, (i) => weights[i]! * x[i]! + b[j]!));
      },
    },
  },
  {
    name: 'les arguments ne sont pas vérifiés',
    hint: 'Commencez dense par des if qui lèvent une erreur (throw), comme le dit l’énoncé.',
    answer: { dense: checkedBy(() => undefined) },
  },
];
