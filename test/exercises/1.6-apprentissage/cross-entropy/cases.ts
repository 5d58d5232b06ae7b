import type { CaseSource } from '../../case-source';

/** float32 answers are right too. */
const tolerance = 1e-6;
const dog = [1, 0, 0, 0, 0];

/** What a student sees of crossEntropy. */
export const cases: CaseSource[] = [
  { name: 'exemple de l’énoncé', args: [dog, [0.4, 0.3, 0.05, 0.05, 0.2]], tolerance },
  {
    name: 'la bonne classe est la troisième',
    args: [
      [0, 0, 1],
      [0.5, 0.375, 0.125],
    ],
    tolerance,
  },
  {
    name: 'étiquette adoucie, sept voix contre trois',
    args: [
      [0.7, 0.3, 0],
      [0.5, 0.3, 0.2],
    ],
    tolerance,
  },
  {
    name: 'étiquette adoucie, trois classes voulues',
    args: [
      [0.2, 0.5, 0.3],
      [0.1, 0.3, 0.6],
    ],
    tolerance,
  },
  { name: 'des zéros dans q, là où p vaut 0', args: [dog, [0.98, 0.01, 0, 0, 0.01]], tolerance },
  { name: 'prédiction parfaite', args: [dog, dog], tolerance },
  {
    name: 'bonne classe presque impossible',
    args: [
      [0, 1],
      [1, 1e-12],
    ],
    tolerance,
  },
  {
    name: 'bonne classe impossible : perte infinie',
    args: [
      [0, 1, 0],
      [0.75, 0, 0.25],
    ],
    tolerance,
    allowInfinity: true,
  },
  {
    name: 'longueurs différentes',
    args: [
      [1, 0, 0],
      [0.6, 0.4],
    ],
    throws: true,
  },
  {
    name: 'une probabilité négative',
    args: [
      [1, 0],
      [1.2, -0.2],
    ],
    throws: true,
  },
];
