import type { CaseSource } from '../../case-source';

/** float32 answers are right too. */
const tolerance = 1e-6;

/** What a student sees of logitsGradient. */
export const cases: CaseSource[] = [
  {
    name: 'exemple de l’énoncé',
    args: [
      [2, 1, 0.1],
      [1, 0, 0],
    ],
    tolerance,
  },
  {
    name: 'la bonne classe est la dernière',
    args: [
      [2, 1, 0.1, -1],
      [0, 0, 0, 1],
    ],
    tolerance,
  },
  {
    name: 'étiquette adoucie, sept voix contre trois',
    args: [
      [0.5, -1, 0],
      [0.7, 0.3, 0],
    ],
    tolerance,
  },
  {
    name: 'rien à corriger : la prédiction est l’étiquette',
    args: [
      [3, 3],
      [0.5, 0.5],
    ],
    tolerance,
  },
  {
    name: 'exemple, tous les logits augmentés de 1000',
    args: [
      [1002, 1001, 1000.1],
      [1, 0, 0],
    ],
    tolerance,
  },
  {
    name: 'logits très négatifs',
    args: [
      [-1000, -1001],
      [0, 1],
    ],
    tolerance,
  },
  {
    name: 'sûr de lui, et dans l’erreur',
    args: [
      [0, 2000, 5],
      [1, 0, 0],
    ],
    tolerance,
  },
  {
    name: 'longueurs différentes',
    args: [
      [2, 1, 0.1],
      [1, 0],
    ],
    throws: true,
  },
  { name: 'aucun logit', args: [[], []], throws: true },
];
