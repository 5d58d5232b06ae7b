import type { CaseSource } from '../../case-source';

const tolerance = 1e-6;

const sides = { fixture: 'heavierHalf', args: [] };
const cross = [
  [0, 1, 0, 0],
  [1, 1, 1, 0],
  [0, 1, 0, 0],
];
const corner = [
  [2, 2, 2, 0],
  [2, 0, 0, 0],
  [2, 0, 0, 0],
];
const reader = { fixture: 'templateReader', args: [[cross, corner]] };
const uneven = [
  [0, 1, 3],
  [-2, 5, 1],
  [4, 0, 2],
];

/** What a student sees of shift, shiftCurve, equivarianceGap and occlusion. */
export const cases: CaseSource[] = [
  {
    name: 'shift, exemple de l’énoncé',
    call: 'shift',
    args: [
      [
        [1, 2, 3],
        [4, 5, 6],
      ],
      1,
    ],
  },
  {
    name: 'shift, l’image fait le tour',
    call: 'shift',
    args: [
      [
        [1, 2, 3],
        [4, 5, 6],
      ],
      1,
      'wrap',
    ],
  },
  {
    name: 'shift, vers la gauche',
    call: 'shift',
    args: [
      [
        [1, 2, 3, 4],
        [5, 6, 7, 8],
      ],
      -2,
      'zero',
    ],
  },
  { name: 'shift, plus d’un tour, vers la gauche', call: 'shift', args: [[[1, 2, 3]], -7, 'wrap'] },
  { name: 'shift, une demi-colonne', call: 'shift', args: [[[1, 2, 3]], 0.5], throws: true },
  {
    name: 'shiftCurve, exemple de l’énoncé',
    args: [sides, [[[9, 0, 0, 0]], [[0, 0, 5, 0]]], [0, 1], 2],
    tolerance,
  },
  {
    name: 'shiftCurve, trois images lues pixel à pixel, et une étiquette fausse',
    args: [reader, [cross, corner, cross], [0, 1, 1], 2],
    tolerance,
  },
  {
    name: 'shiftCurve, sans décalage : l’exactitude ordinaire',
    args: [reader, [cross, corner, corner], [0, 1, 0], 0],
    tolerance,
  },
  { name: 'shiftCurve, aucune image', args: [sides, [], [], 2], throws: true },
  {
    name: 'shiftCurve, une étiquette de trop',
    args: [sides, [[[9, 0]]], [0, 1], 2],
    throws: true,
  },
  {
    name: 'equivarianceGap, exemple de l’énoncé',
    call: 'equivarianceGap',
    args: [{ fixture: 'convolution', args: [[[1, 2, 1]], 'zero'] }, [[1, 0, 0, 2]], 1, 'zero'],
  },
  {
    name: 'equivarianceGap, la même convolution, quand l’image fait le tour',
    call: 'equivarianceGap',
    args: [{ fixture: 'convolution', args: [[[1, 2, 1]], 'wrap'] }, [[1, 0, 0, 2]], 1, 'wrap'],
  },
  {
    name: 'equivarianceGap, une convolution dont le bord reçoit des zéros, sur une image qui fait le tour',
    call: 'equivarianceGap',
    args: [{ fixture: 'convolution', args: [uneven, 'zero'] }, corner, -1, 'wrap'],
  },
  {
    name: 'equivarianceGap, un pooling, décalé d’une colonne',
    call: 'equivarianceGap',
    args: [
      { fixture: 'blockMax', args: [] },
      [
        [0, 7, 1, 0],
        [3, 0, 0, 2],
      ],
      1,
      'wrap',
    ],
  },
  {
    name: 'equivarianceGap, le même, décalé de deux',
    call: 'equivarianceGap',
    args: [
      { fixture: 'blockMax', args: [] },
      [
        [0, 7, 1, 0],
        [3, 0, 0, 2],
      ],
      2,
      'wrap',
    ],
  },
  {
    name: 'equivarianceGap, la carte est plus petite que l’image',
    call: 'equivarianceGap',
    args: [{ fixture: 'subsample', args: [] }, corner, 2, 'zero'],
    throws: true,
  },
  {
    name: 'occlusion, exemple de l’énoncé',
    call: 'occlusion',
    args: [{ fixture: 'templateScore', args: [[[1, 0, 2]]] }, [[3, 5, 1]], 1],
  },
  {
    name: 'occlusion, une fenêtre de côté 2',
    call: 'occlusion',
    args: [{ fixture: 'templateScore', args: [uneven] }, uneven, 2],
  },
  {
    name: 'occlusion, les pixels cachés deviennent gris',
    call: 'occlusion',
    args: [{ fixture: 'templateScore', args: [cross] }, corner, 2, 0.5],
    tolerance,
  },
  {
    name: 'occlusion, une fenêtre trop haute',
    call: 'occlusion',
    args: [{ fixture: 'templateScore', args: [[[1, 0, 2]]] }, [[3, 5, 1]], 2],
    throws: true,
  },
];
