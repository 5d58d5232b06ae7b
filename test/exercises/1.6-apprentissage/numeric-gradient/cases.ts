import type { CaseSource } from '../../case-source';

/** The last digits of a difference are rounding. */
const tolerance = 1e-6;

/** x0² + x0 x1 + 2 x1² */
const example = {
  fixture: 'quadratic',
  args: [
    [
      [1, 1],
      [0, 2],
    ],
  ],
};

/** What a student sees of numericGradient and relativeError. */
export const cases: CaseSource[] = [
  { name: 'exemple de l’énoncé', args: [example, [1, 2], 0.5], tolerance },
  {
    name: 'x³ en 1 : avec h = 0,5, l’écart à la vraie dérivée se voit',
    args: [{ fixture: 'cubic', args: [[1]] }, [1], 0.5],
    tolerance,
  },
  {
    name: 'deux cubes, h non donné',
    args: [{ fixture: 'cubic', args: [[2, -1]] }, [1, 3]],
    tolerance,
  },
  {
    name: 'trois coordonnées, h non donné',
    args: [
      {
        fixture: 'quadratic',
        args: [
          [
            [2, 0, -3],
            [1, 5, 0],
            [4, -2, 1],
          ],
        ],
      },
      [0.1, -0.7, 0.3],
    ],
    tolerance,
  },
  {
    name: 'une vraie perte, trois logits',
    args: [{ fixture: 'lossOfLogits', args: [[0, 1, 0]] }, [2, 1, 0.1]],
    tolerance,
  },
  { name: 'h nul', args: [example, [1, 2], 0], throws: true },
  {
    name: 'relativeError, exemple de l’énoncé',
    call: 'relativeError',
    args: [
      [4, 9],
      [4, 8.1],
    ],
    tolerance,
  },
  {
    name: 'relativeError, le signe d’une coordonnée est faux',
    call: 'relativeError',
    args: [
      [3, -4, 0],
      [3, 4, 0],
    ],
    tolerance,
  },
  {
    name: 'relativeError, deux ordres de grandeur',
    call: 'relativeError',
    args: [
      [-1000, 1, 5],
      [-1000, 3, 5],
    ],
    tolerance,
  },
  {
    name: 'relativeError, deux gradients nuls',
    call: 'relativeError',
    args: [
      [0, 0],
      [0, 0],
    ],
    tolerance,
  },
  {
    name: 'relativeError, un NaN dans le gradient',
    call: 'relativeError',
    args: [
      [1, NaN],
      [1, 2],
    ],
    allowInfinity: true,
  },
  {
    name: 'relativeError, longueurs différentes',
    call: 'relativeError',
    args: [
      [1, 2, 3],
      [1, 2],
    ],
    throws: true,
  },
];
