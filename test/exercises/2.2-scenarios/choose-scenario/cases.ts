import type { CaseSource } from '../../case-source';
import type { Cell, Likeness, Matrix, Measure, Size } from './types';

/** Sums may be made in another order. */
const tolerance = 1e-6;

/** Measures of one cell: for each seed its accuracy and its seconds. */
const measured = (
  size: Size,
  likeness: Likeness,
  strategy: string,
  trials: readonly (readonly [accuracy: number | null, seconds: number])[],
): Measure[] =>
  trials.map(([accuracy, seconds], i) => ({
    ...{ size, likeness, strategy, seed: i + 1, accuracy, seconds },
  }));

const cell = (mean: number, half: number, seconds: number): Cell => ({
  count: 3,
  mean,
  half,
  seconds,
});

/** Four corners, four answers. */
export const corners: Matrix = {
  small: {
    similar: {
      'de zéro': cell(0.7, 0.05, 1),
      'extracteur fixe': cell(0.85, 0.025, 0.5),
      'dernières couches': cell(0.86, 0.02, 3),
      'tout affiner': cell(0.88, 0.04, 2),
    },
    different: {
      'de zéro': cell(0.6, 0.08, 1),
      'extracteur fixe': cell(0.55, 0.02, 1),
      'dernières couches': cell(0.62, 0.01, 3),
    },
  },
  large: {
    similar: {
      'extracteur fixe': cell(0.9, 0.005, 1),
      'dernières couches': cell(0.96, 0.004, 6),
      'tout affiner': cell(0.99, 0.002, 9),
    },
    different: { 'de zéro': cell(0.82, 0.02, 9), 'tout affiner': cell(0.85, 0.02, 12) },
  },
};

const example = measured('small', 'similar', 'tout affiner', [
  [0.8, 2],
  [0.82, 3],
  [0.81, 4],
]);

/** What a student sees. */
export const cases: CaseSource[] = [
  { name: 'exemple de l’énoncé', call: 'summarize', args: [example], tolerance },
  {
    name: 'deux situations : chaque mesure à sa place',
    call: 'summarize',
    args: [
      [
        ...measured('small', 'different', 'de zéro', [
          [0.5, 1],
          [0.7, 2],
        ]),
        ...measured('large', 'similar', 'tout affiner', [
          [0.9, 8],
          [0.94, 9],
        ]),
      ],
    ],
    tolerance,
  },
  {
    name: 'un essai interrompu ne compte pas ; une stratégie n’a qu’un essai valable',
    call: 'summarize',
    args: [
      [
        ...measured('large', 'different', 'dernières couches', [
          [0.7, 5],
          [null, 100],
          [0.72, 6],
          [0.76, 7],
        ]),
        ...measured('large', 'different', 'extracteur fixe', [
          [null, 1],
          [0.64, 1],
        ]),
      ],
    ],
    tolerance,
  },
  { name: 'aucune mesure : quatre situations vides', call: 'summarize', args: [[]] },
  {
    name: 'la même graine deux fois',
    call: 'summarize',
    args: [[...example, { ...example[0]!, accuracy: 0.83 }]],
    throws: true,
  },
  {
    name: 'une exactitude de 81 : des pour cent',
    call: 'summarize',
    args: [[...example, { ...example[0]!, seed: 4, accuracy: 81 }]],
    throws: true,
  },
  { name: 'beaucoup d’images différentes', args: [20_000, 2, corners] },
  { name: 'peu d’images semblables', args: [50, 1.1, corners] },
  { name: 'beaucoup d’images semblables', args: [20_000, 1.2, corners] },
  { name: 'au seuil de l’écart', args: [999, 1.5, corners] },
  { name: 'au seuil des images', args: [1000, 1.49, corners] },
  { name: 'aucune image', args: [0, 1, corners], throws: true },
  {
    name: 'rien n’a été mesuré dans cette situation',
    args: [50, 1, { ...corners, small: { ...corners.small, similar: {} } }],
    throws: true,
  },
];
