import type { CaseSource } from '../../case-source';

const statement = [
  [1, 2, 0, 1],
  [0, 1, 3, 1],
  [2, 0, 1, 0],
];
const statementKernel = [
  [1, 2],
  [0, -1],
];
const lesson = [
  [1, 1, 1, 0, 0],
  [0, 1, 1, 1, 0],
  [0, 0, 1, 1, 1],
  [0, 0, 1, 1, 0],
  [0, 1, 1, 0, 0],
];
const lessonKernel = [
  [1, 0, 1],
  [0, 1, 0],
  [1, 0, 1],
];
const wide = [
  [3, 1, 4, 1, 5, 9, 2],
  [6, 5, 3, 5, 8, 9, 7],
  [9, 3, 2, 3, 8, 4, 6],
  [2, 6, 4, 3, 3, 8, 3],
];
const tall = wide[0]!.map((_, row) => wide.map((line) => line[row]! - 4));

/** What a student sees of conv2d. No call here may loop for ever in an answer that checks nothing. */
export const cases: CaseSource[] = [
  { name: 'exemple de l’énoncé', args: [statement, statementKernel] },
  { name: 'exemple de la leçon, 5 × 5 (noyau symétrique)', args: [lesson, lessonKernel] },
  { name: 'exemple, pas [1, 2]', args: [statement, statementKernel, [1, 2]] },
  { name: 'exemple, pas [2, 1]', args: [statement, statementKernel, [2, 1]] },
  {
    name: 'image haute et étroite, noyau 2 × 3',
    args: [
      tall,
      [
        [1, 0, 2],
        [-1, 3, 0],
      ],
    ],
  },
  { name: 'image basse et large, noyau 3 × 1', args: [wide, [[2], [-1], [1]]] },
  { name: 'remplissage de 1', args: [lesson, lessonKernel, [1, 1], 1] },
  {
    name: 'remplissage de 2, pas [2, 3], noyau 3 × 2',
    args: [
      wide,
      [
        [1, -2],
        [0, 3],
        [4, 1],
      ],
      [2, 3],
      2,
    ],
  },
  {
    name: 'noyau plus large que l’image',
    args: [
      [
        [1, 2],
        [3, 4],
      ],
      [[1, 1, 1]],
    ],
    throws: true,
  },
  { name: 'pas horizontal de 1,5', args: [statement, statementKernel, [1, 1.5]], throws: true },
];
