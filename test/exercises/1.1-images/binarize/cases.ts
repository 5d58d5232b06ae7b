import type { CaseSource } from '../../case-source';

const statement = [
  [127, 128, 129],
  [0, 200, 64],
];
const square = [
  [12, 250, 99],
  [100, 101, 3],
  [255, 0, 180],
];

/** What a student sees of binarize. */
export const cases: CaseSource[] = [
  { name: 'exemple de l’énoncé, seuil 128', args: [statement, 128] },
  { name: 'une seule ligne, seuil 50', args: [[[10, 90, 50, 49, 51]], 50] },
  { name: 'image 3 × 3, seuil 100', args: [square, 100] },
  { name: 'seuil à décimales', args: [[[127.4, 127.6, 127.5]], 127.5] },
  {
    name: 'seuil 0 : tout est blanc',
    args: [
      [
        [0, 7],
        [255, 0],
      ],
      0,
    ],
  },
  { name: 'seuil au-dessus de 255', args: [[[0, 255]], 256], throws: true },
];
