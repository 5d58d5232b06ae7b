import type { CaseSource } from '../../case-source';
import type { Filters, Image, Matrix } from '../types';

/** A map as it is written, to an image of one channel. */
const image = (map: Matrix): Image => map.map((line) => line.map((value) => [value]));
/** A kernel as it is written, to a bank of one filter on one channel. */
const bank = (kernel: Matrix): Filters => kernel.map((line) => line.map((weight) => [[weight]]));

const statement = image([
  [1, 2, 3],
  [4, 5, 6],
]);
/** Each weight is a power of ten: dx shows which weights a cell has met. */
const powers = bank([
  [1, 10],
  [100, 1000],
]);
const wide = image([
  [1, 0, 2, 0, 3],
  [0, 4, 0, 5, 0],
  [6, 0, 7, 0, 8],
]);
const cross = bank([
  [1, 2, 0],
  [0, 3, 4],
  [5, 0, -1],
]);

/** What a student sees of conv2dBackward. */
export const cases: CaseSource[] = [
  { name: 'exemple de l’énoncé', args: [image([[2, 3]]), statement, powers] },
  {
    name: 'gradient et noyau du film de la leçon',
    args: [
      image([
        [1, 2],
        [0, -1],
      ]),
      image([
        [0, 1, 0],
        [2, 0, 0],
        [0, 0, 3],
      ]),
      bank([
        [1, 2],
        [3, 4],
      ]),
    ],
  },
  {
    name: 'deux canaux, deux filtres 1 × 1',
    args: [
      [
        [
          [1, 2],
          [3, -1],
        ],
      ],
      [
        [
          [5, 6],
          [7, 8],
        ],
      ],
      [
        [
          [
            [1, 10],
            [100, 1000],
          ],
        ],
      ],
    ],
  },
  {
    name: 'pas [1, 2], une colonne de trop',
    args: [
      image([
        [2, 3],
        [4, 5],
      ]),
      wide,
      powers,
      [1, 2],
    ],
  },
  { name: 'pas [2, 1], une ligne de trop', args: [image([[1, 2, 3, 4]]), wide, powers, [2, 1]] },
  {
    name: 'remplissage de 1, noyau 3 × 3',
    args: [
      image([
        [1, 0, 2],
        [0, 3, 0],
      ]),
      statement,
      cross,
      [1, 1],
      1,
    ],
  },
  {
    name: 'remplissage de 2, pas [2, 3]',
    args: [
      image([
        [1, 2],
        [3, 4],
        [5, 6],
      ]),
      statement,
      powers,
      [2, 3],
      2,
    ],
  },
  {
    name: 'une colonne de trop dans dy',
    args: [image([[2, 3, 4]]), statement, powers],
    throws: true,
  },
  {
    name: 'dy comme si le pas était de 1',
    args: [image([[2, 3]]), statement, powers, [1, 2]],
    throws: true,
  },
  {
    name: 'filtre d’un canal pour une image de deux',
    args: [image([[1, 2]]), statement.map((line) => line.map(([value]) => [value, 1])), powers],
    throws: true,
  },
];
