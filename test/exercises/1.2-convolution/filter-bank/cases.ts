import type { CaseSource } from '../../case-source';
import type { Filters, Image, Matrix } from '../types';

/** [channel][row][col], as one writes them, to [row][col][channel]. */
const interleave = (channels: Matrix[]): Image =>
  channels[0]!.map((line, row) => line.map((_, col) => channels.map((each) => each[row]![col]!)));

/** [filter][channel][row][col], as one writes them, to [row][col][channel][filter]. */
const bank = (filters: Matrix[][]): Filters =>
  filters[0]![0]!.map((line, row) =>
    line.map((_, col) =>
      filters[0]!.map((_, c) => filters.map((filter) => filter[c]![row]![col]!)),
    ),
  );

const lessonImage = interleave([
  [
    [11, 23, 14, 0, 0],
    [0, 2, 15, 10, 0],
    [0, 0, 3, 11, 1],
    [0, 0, 1, 1, 0],
    [0, 11, 1, 0, 0],
  ],
  [
    [0, 0, 12, 0, 0],
    [0, 20, 18, 11, 0],
    [0, 0, 6, 4, 1],
    [0, 0, 3, 1, 0],
    [0, 90, 0, 0, 0],
  ],
  [
    [0, 12, 98, 0, 0],
    [0, 0, 0, 56, 0],
    [3, 0, 10, 11, 16],
    [0, 0, 0, 1, 0],
    [0, 90, 12, 0, 0],
  ],
]);
const lessonFilter = [
  [
    [1, 0, 1],
    [0, 1, 0],
    [1, 0, 1],
  ],
  [
    [-1, 1, 1],
    [0, 0, 0],
    [1, 0, 1],
  ],
  [
    [1, 0, 1],
    [-1, 0, 0],
    [1, 0, 1],
  ],
];

const twoPixels = [
  [
    [1, 2],
    [3, 4],
  ],
];
const twoFilters = [
  [
    [
      [10, 1],
      [100, -1],
    ],
  ],
];
const small = interleave([
  [
    [1, 2, 0, 3],
    [4, -1, 2, 1],
    [0, 5, 1, 2],
  ],
  [
    [2, 0, 1, 1],
    [3, 2, -2, 0],
    [1, 1, 4, 6],
  ],
]);
const smallBank = bank([
  [
    [
      [1, 0, 2],
      [0, -1, 1],
    ],
    [
      [2, 1, 0],
      [1, 0, 3],
    ],
  ],
  [
    [
      [0, 1, 1],
      [3, 0, -2],
    ],
    [
      [-1, 2, 0],
      [0, 1, 1],
    ],
  ],
  [
    [
      [1, 1, 0],
      [2, 0, 0],
    ],
    [
      [0, 0, 1],
      [0, 4, -1],
    ],
  ],
]);

/** What a student sees of filterBank. */
export const cases: CaseSource[] = [
  { name: 'exemple de l’énoncé, deux filtres 1 × 1', args: [twoPixels, twoFilters, [0.5, 0]] },
  {
    name: 'exemple RVB de la leçon, sans biais (159 en haut à gauche)',
    args: [lessonImage, bank([lessonFilter]), [0]],
  },
  {
    name: 'exemple RVB de la leçon, biais de 10',
    args: [lessonImage, bank([lessonFilter]), [10]],
  },
  { name: 'image 3 × 4, trois filtres 2 × 3, trois biais', args: [small, smallBank, [1, -2, 5]] },
  {
    name: 'filtres de 2 canaux pour une image de 3',
    args: [lessonImage, smallBank, [0, 0, 0]],
    throws: true,
  },
  { name: 'deux biais pour trois filtres', args: [small, smallBank, [1, -2]], throws: true },
  {
    name: 'filtres plus hauts que l’image',
    args: [twoPixels, [...twoFilters, ...twoFilters], [0, 0]],
    throws: true,
  },
];
