/** Mistakes that students make in conv2dBackward, known by what they give. */
import type { Mistake } from '../../mistake';
import { each, sum, transpose } from '../parts';
import type { Conv2dBackward, ConvGradients } from '../types';
import { convBackwardOf, cropping, cut, outputSize, right, wrong, type Pair } from './parts';

/** One part as `answer` gives it, the others right. */
const partOf = (part: keyof ConvGradients, answer: Conv2dBackward) =>
  wrong((gradients, ...args) => ({ ...gradients, [part]: answer(...args)[part] }));

const flipped = convBackwardOf({
  weight: ([u, v], w): Pair => [w.length - 1 - u, w[0]!.length - 1 - v],
});
const last = convBackwardOf({ gather: (_, more) => more });

const meanOverPlaces =
  (...parts: (keyof ConvGradients)[]) =>
  (gradients: ConvGradients, dy: unknown[][]): unknown => {
    const places = dy.length * dy[0]!.length;
    const means = parts.map((part) => [part, each(gradients[part], (value) => value / places)]);
    return { ...gradients, ...(Object.fromEntries(means) as object) };
  };
const noMean = 'Les positions s’ajoutent, sans division : un poids a servi à toutes.';

export const mistakes: Mistake[] = [
  {
    name: 'dx : le noyau n’est pas retourné',
    hint: 'La fenêtre qui commence avant la case la voit avec un poids de fin : suivez quel poids a vu quelle case.',
    answer: partOf('dx', flipped),
  },
  {
    name: 'dw : le gradient des poids est retourné',
    hint: 'Le poids w[0][0] a multiplié les cases en haut à gauche de chaque fenêtre : son gradient aussi.',
    answer: partOf('dw', flipped),
  },
  {
    name: 'le pas est ignoré',
    hint: 'La fenêtre de dy[i][j] commence à la ligne i × stride[0] et à la colonne j × stride[1].',
    answer: convBackwardOf({
      place: ([i, j], [u, v], _stride, padding) => [i + u - padding, j + v - padding],
    }),
  },
  {
    name: 'les deux pas sont échangés',
    hint: 'stride[0] est le pas vertical, d’une ligne à l’autre ; stride[1] le pas horizontal.',
    answer: convBackwardOf({
      place: ([i, j], [u, v], [strideY, strideX], padding) => [
        i * strideX + u - padding,
        j * strideY + v - padding,
      ],
    }),
  },
  {
    name: 'le remplissage est ignoré',
    hint: 'Avec P zéros avant l’image, la première fenêtre commence P cases avant la case 0.',
    answer: convBackwardOf({
      place: ([i, j], [u, v], [strideY, strideX]) => [i * strideY + u, j * strideX + v],
    }),
  },
  {
    name: 'dx : les rangées du remplissage ne sont pas retirées',
    hint: 'dx a la forme de x, sans ses zéros : ce que les zéros reçoivent est perdu.',
    answer: cropping((whole) => whole),
  },
  {
    name: 'dx : le remplissage n’est retiré qu’en haut et à gauche',
    hint: 'Il y a aussi des zéros en bas et à droite : dx a la hauteur et la largeur de x.',
    answer: cropping((whole, _x, padding) => cut(whole, padding)),
  },
  {
    name: 'dx : slice(padding, -padding) rend un tableau vide quand padding vaut 0',
    hint: 'slice(0, -0) est slice(0, 0) : arrêtez-vous à padding + x.length, qui convient toujours.',
    answer: cropping((whole, _x, padding) => cut(whole, padding, -padding)),
  },
  {
    name: 'dx : une rangée est retirée de chaque côté, quel que soit le remplissage',
    hint: 'Retirez padding rangées de chaque côté : aucune s’il vaut 0, deux s’il vaut 2.',
    answer: cropping((whole) => cut(whole, 1, -1)),
  },
  {
    name: 'dx : la hauteur est prise pour la largeur',
    hint: 'x.length compte les lignes, x[0].length les colonnes : l’image n’est pas toujours carrée.',
    answer: cropping((whole, x, padding) => cut(whole, padding, padding + x.length)),
  },
  {
    name: 'dx : la dernière contribution remplace les autres (= au lieu de +=)',
    hint: 'Une case a servi à plusieurs fenêtres et à plusieurs filtres : tout ce qu’elle reçoit s’ajoute.',
    answer: partOf('dx', last),
  },
  {
    name: 'dw : la dernière position remplace les autres (= au lieu de +=)',
    hint: 'Un poids a servi à toutes les positions : tout ce qu’il reçoit s’ajoute.',
    answer: partOf('dw', last),
  },
  {
    name: 'dw : les poids reçoivent la moyenne des positions',
    hint: noMean,
    answer: wrong(meanOverPlaces('dw')),
  },
  {
    name: 'db : les biais reçoivent la moyenne des positions',
    hint: noMean,
    answer: wrong(meanOverPlaces('db')),
  },
  {
    name: 'dw et db : poids et biais reçoivent la moyenne des positions',
    hint: noMean,
    answer: wrong(meanOverPlaces('dw', 'db')),
  },
  {
    name: 'db : les gradients de tous les filtres sont additionnés',
    hint: 'Chaque filtre a son biais : db[k] ne reçoit que les dy[i][j][k].',
    answer: wrong((gradients) => ({
      ...gradients,
      db: gradients.db.map(() => sum(gradients.db)),
    })),
  },
  {
    name: 'dx : seul le premier filtre compte',
    hint: 'Tous les filtres ont lu la même image : leurs contributions s’ajoutent.',
    answer: wrong((gradients, dy, ...rest) => {
      const first = dy.map((line) => line.map((cell) => cell.map((g, k) => (k === 0 ? g : 0))));
      return { ...gradients, dx: right(first, ...rest).dx };
    }),
  },
  {
    name: 'dw : lignes et colonnes sont échangées',
    hint: 'dw se range comme w : dw[ligne][colonne][canal][filtre].',
    answer: wrong((gradients) => ({ ...gradients, dw: transpose(gradients.dw) })),
  },
  {
    name: 'dx s’arrête à la dernière fenêtre, et n’a pas la forme de x',
    hint: 'dx a toujours la forme de x : une case que le pas laisse de côté reçoit 0.',
    answer: wrong((gradients, _dy, x, w, [strideY, strideX], padding) => {
      const reach = (length: number, size: number, stride: number): number =>
        (outputSize(length, size, stride, padding) - 1) * stride + size - padding;
      const [rows, cols] = [
        reach(x.length, w.length, strideY),
        reach(x[0]!.length, w[0]!.length, strideX),
      ];
      return { ...gradients, dx: gradients.dx.slice(0, rows).map((line) => line.slice(0, cols)) };
    }),
  },
  {
    name: 'dy est oublié : tout est calculé comme s’il valait 1 partout',
    hint: 'Le gradient de la sortie arrive dans dy ; chaque rencontre est multipliée par lui.',
    answer: wrong((_gradients, dy, ...rest) =>
      right(
        each(dy, () => 1),
        ...rest,
      ),
    ),
  },
  {
    name: 'les arguments ne sont pas vérifiés',
    hint: 'Commencez la fonction par des if qui lèvent une erreur (throw), comme le dit l’énoncé.',
    answer: convBackwardOf({ check: () => undefined }),
  },
];
