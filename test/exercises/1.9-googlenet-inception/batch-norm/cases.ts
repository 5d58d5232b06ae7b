import type { CaseSource } from '../../case-source';

/** The last digits of roots and quotients are rounding. */
const tolerance = 1e-6;

const batch = [
  [1, 10],
  [1, 20],
  [5, 10],
  [5, 20],
];
const fresh = {
  gamma: [1, 2],
  beta: [0, 100],
  mean: [0, 0],
  variance: [1, 1],
  momentum: 0.75,
  epsilon: 0,
};
const trained = { ...fresh, mean: [3, 15], variance: [4, 25] };

/** What a student sees of batchNorm and factorize. */
export const cases: CaseSource[] = [
  { name: 'exemple de l’énoncé, à l’entraînement', args: [batch, fresh, 'train'], tolerance },
  { name: 'exemple de l’énoncé, à l’usage', args: [[[5, 20]], trained, 'infer'], tolerance },
  {
    name: 'un seul canal, ε de 0,5',
    args: [
      [[2], [4], [9]],
      { gamma: [3], beta: [-1], mean: [10], variance: [2], momentum: 0.9, epsilon: 0.5 },
      'train',
    ],
    tolerance,
  },
  {
    name: 'à l’usage, deux exemples très différents de l’entraînement',
    args: [
      [
        [100, -7],
        [130, 8],
      ],
      {
        gamma: [0.5, 1],
        beta: [1, 2],
        mean: [100, 0],
        variance: [24, 8],
        momentum: 0.9,
        epsilon: 1,
      },
      'infer',
    ],
    tolerance,
  },
  { name: 'un mode qui n’existe pas', args: [batch, fresh, 'test'], throws: true },
  {
    name: 'factorize, le noyau de Sobel',
    call: 'factorize',
    args: [
      [
        [-1, 0, 1],
        [-2, 0, 2],
        [-1, 0, 1],
      ],
    ],
    tolerance,
  },
  {
    name: 'factorize, 2 × 3, exemple de l’énoncé',
    call: 'factorize',
    args: [
      [
        [2, 4, -6],
        [3, 6, -9],
      ],
    ],
    tolerance,
  },
  {
    name: 'factorize, une première ligne et une première colonne nulles',
    call: 'factorize',
    args: [
      [
        [0, 0, 0],
        [0, 4, 2],
        [0, -8, -4],
      ],
    ],
    tolerance,
  },
  {
    name: 'factorize, des décimales : [0,1 ; 0,7 ; 0,3] par [1 ; 3 ; 0,1]',
    call: 'factorize',
    args: [
      [
        [0.1, 0.1 * 3, 0.1 * 0.1],
        [0.7, 0.7 * 3, 0.7 * 0.1],
        [0.3, 0.3 * 3, 0.3 * 0.1],
      ],
    ],
    tolerance,
  },
  {
    name: 'factorize, le noyau de contours',
    call: 'factorize',
    args: [
      [
        [-1, -1, -1],
        [-1, 8, -1],
        [-1, -1, -1],
      ],
    ],
    tolerance,
  },
  {
    name: 'factorize, une seule case gâche tout, la dernière',
    call: 'factorize',
    args: [
      [
        [1, 2, 1],
        [2, 4, 2],
        [1, 2, 1.5],
      ],
    ],
    tolerance,
  },
  { name: 'factorize, lignes de longueurs différentes', call: 'factorize', args: [[[1, 2], [1]]], throws: true }, // prettier-ignore
];
