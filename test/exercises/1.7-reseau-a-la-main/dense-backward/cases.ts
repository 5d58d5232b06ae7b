import type { CaseSource } from '../../case-source';

const example = {
  dy: [
    [1, -1],
    [2, 0],
  ],
  x: [
    [1, 2, 0],
    [4, 1, 5],
  ],
  w: [
    [3, -1],
    [0, 2],
    [1, 1],
  ],
};
/** The layer of the lesson. */
const lesson = [
  [3, -1],
  [0, 2],
];

/** What a student sees of denseBackward. */
export const cases: CaseSource[] = [
  { name: 'exemple de l’énoncé', args: [example.dy, example.x, example.w] },
  { name: 'un seul exemple, celui de la leçon', args: [[[1, -1]], [[1, 2]], lesson] },
  {
    name: 'le même exemple deux fois dans le lot',
    args: [
      [
        [1, -1],
        [1, -1],
      ],
      [
        [1, 2],
        [1, 2],
      ],
      lesson,
    ],
  },
  {
    name: 'un seul neurone, trois exemples',
    args: [
      [[1], [10], [100]],
      [
        [1, 2],
        [3, 4],
        [5, 6],
      ],
      [[7], [-8]],
    ],
  },
  {
    name: 'un exemple de trop dans dy',
    args: [[...example.dy, [1, 1]], example.x, example.w],
    throws: true,
  },
  {
    name: 'une ligne de moins dans w',
    args: [example.dy, example.x, example.w.slice(1)],
    throws: true,
  },
];
