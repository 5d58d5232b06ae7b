import type { CaseSource } from '../../case-source';

const example = [
  [1, 5, 2, 7],
  [3, 0, 4, 6],
];
/** The map of the lesson whose 9 wins all four windows. */
const ninth = [
  [1, 3, 2],
  [0, 9, 4],
  [5, 6, 7],
];
const negative = [
  [-4, -2, -9],
  [-3, -7, -1],
];
const tall = [
  [3, 8, 1],
  [9, 2, 6],
  [4, 7, 5],
  [1, 3, 2],
  [8, 6, 9],
];

/** What a student sees of maxPoolBackward. */
export const cases: CaseSource[] = [
  { name: 'exemple de l’énoncé, pas de 2', args: [[[10, 20]], example, 2, 2] },
  {
    name: 'exemple, pas de 1 : les fenêtres se chevauchent',
    args: [[[10, 20, 30]], example, 2, 1],
  },
  {
    name: 'carte de la leçon : le 9 gagne quatre fois',
    args: [
      [
        [1, 2],
        [0, -1],
      ],
      ninth,
      2,
      1,
    ],
  },
  {
    name: 'quatre cases égales',
    args: [
      [[1]],
      [
        [5, 5],
        [5, 5],
      ],
      2,
      2,
    ],
  },
  {
    name: 'égalité en bas de la fenêtre',
    args: [
      [[1, 10]],
      [
        [0, 2, 3, 3],
        [4, 4, 1, 3],
      ],
      2,
      2,
    ],
  },
  { name: 'carte toute négative', args: [[[10, 20]], negative, 2, 1] },
  {
    name: 'carte plus haute que large, fenêtres de 3, pas de 2',
    args: [[[10], [20]], tall, 3, 2],
  },
  {
    name: 'pas de 3 : des cases ne sont dans aucune fenêtre',
    args: [[[10], [20]], tall, 2, 3],
  },
  {
    name: 'une colonne de trop dans dy',
    args: [[[10, 20, 30]], example, 2, 2],
    throws: true,
  },
  { name: 'une ligne de moins dans dy', args: [[[10]], tall, 3, 2], throws: true },
];
