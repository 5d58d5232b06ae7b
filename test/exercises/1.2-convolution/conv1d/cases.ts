import type { CaseSource } from '../../case-source';

const signal = [0, 1, 2, -1, 1, -3, 0];
const derivative = [1, 0, -1];

/** What a student sees of conv1d. No call here may loop for ever in an answer that checks nothing. */
export const cases: CaseSource[] = [
  { name: 'exemple de l’énoncé', args: [signal, derivative] },
  { name: 'exemple, pas de 2', args: [signal, derivative, 2] },
  { name: 'exemple, remplissage de 1', args: [signal, derivative, 1, 1] },
  {
    name: 'noyau de deux poids, sans symétrie',
    args: [
      [2, 0, 1, 3],
      [1, 2],
    ],
  },
  {
    name: 'pas de 4, dernière fenêtre incomplète',
    args: [[3, 1, 4, 1, 5, 9, 2, 6, 5, 3], [2, 7, 1], 4],
  },
  { name: 'pas de 2 et remplissage de 2', args: [[1, 2, 3, 4, 5], [1, -1, 2, 3], 2, 2] },
  {
    name: 'valeurs décimales',
    args: [
      [0.5, -1.25, 2.2, 0.1],
      [0.3, 0.6],
    ],
    tolerance: 1e-6,
  },
  {
    name: 'noyau plus long que l’entrée',
    args: [
      [1, 2],
      [1, 2, 3],
    ],
    throws: true,
  },
  { name: 'pas de 1,5', args: [[1, 2, 3, 4], [1, 2], 1.5], throws: true },
];
