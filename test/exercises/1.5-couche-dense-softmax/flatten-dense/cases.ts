import type { CaseSource } from '../../case-source';

const weights = [
  [1, 3],
  [0, 4],
  [5, 2],
];

/** What a student sees of flatten and dense. */
export const cases: CaseSource[] = [
  { name: 'flatten, exemple de l’énoncé', call: 'flatten', args: [[[[1, 2]], [[3, 4]]]] },
  {
    name: 'flatten, deux lignes, trois colonnes et deux canaux',
    call: 'flatten',
    args: [
      [
        [
          [1, 10],
          [2, 20],
          [3, 30],
        ],
        [
          [4, 40],
          [5, 50],
          [6, 60],
        ],
      ],
    ],
  },
  {
    name: 'flatten, un seul canal',
    call: 'flatten',
    args: [
      [
        [[1], [2], [3]],
        [[4], [5], [6]],
      ],
    ],
  },
  { name: 'dense, exemple de l’énoncé', call: 'dense', args: [[2, -1], weights, [0, 10, -1]] },
  {
    name: 'dense, autant de neurones que d’entrées',
    call: 'dense',
    args: [
      [1, 2, 3],
      [
        [1, -2, 4],
        [0, 5, 1],
        [-3, 2, 0],
      ],
      [0, 1, -20],
    ],
  },
  {
    name: 'dense, valeurs décimales de la leçon',
    call: 'dense',
    args: [
      [2, 0.5, -1],
      [
        [1, -2, 0.5],
        [-1, 3, 2],
      ],
      [0.5, -1],
    ],
    tolerance: 1e-6,
  },
  {
    name: 'dense, un poids de trop par neurone',
    call: 'dense',
    args: [[2], weights, [0, 10, -1]],
    throws: true,
  },
  {
    name: 'dense, un biais de trop',
    call: 'dense',
    args: [[2, -1], weights, [0, 10, -1, 5]],
    throws: true,
  },
];
