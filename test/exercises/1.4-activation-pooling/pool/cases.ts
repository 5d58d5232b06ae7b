import type { CaseSource } from '../../case-source';

const example = [
  [1, 5, 2, 0],
  [3, -1, 4, 6],
  [0, 2, -3, 1],
];
/** The map of the lesson after ReLU. */
const rectified = [
  [15, 20, 0, 35],
  [18, 0, 25, 100],
  [20, 0, 25, 0],
  [101, 75, 18, 23],
];
const negative = [
  [-4, -9, -2],
  [-7, -3, -8],
  [-6, -1, -5],
  [-2, -8, -3],
];
const wide = [
  [1, 8, 2, 6, 3],
  [7, 3, 9, 4, 5],
  [2, 6, 1, 5, 4],
];
/** An average may be computed in another order, or in float32. */
const tolerance = 1e-6;

/** What a student sees of pool. No call here may loop for ever in an answer that checks nothing. */
export const cases: CaseSource[] = [
  { name: 'exemple, maximum', args: [example, 2, 2, 'max'] },
  { name: 'exemple, moyenne', args: [example, 2, 2, 'average'], tolerance },
  { name: 'exemple, somme', args: [example, 2, 2, 'sum'] },
  { name: 'exemple, pas de 1', args: [example, 2, 1, 'max'] },
  { name: 'exemple, moyenne, same', args: [example, 2, 2, 'average', 'same'], tolerance },
  { name: 'carte de la leçon, maximum', args: [rectified, 2, 2, 'max'] },
  { name: 'carte de la leçon, moyenne', args: [rectified, 2, 2, 'average'], tolerance },
  { name: 'fenêtres de 3, pas de 2', args: [wide, 3, 2, 'sum'] },
  { name: 'maximum d’une carte toute négative', args: [negative, 2, 1, 'max'] },
  { name: 'somme, same, fenêtres de 3, pas de 1', args: [wide, 3, 1, 'sum', 'same'] },
  { name: 'somme, same, fenêtres de 3, pas de 2', args: [rectified, 3, 2, 'sum', 'same'] },
  { name: 'maximum d’une carte toute négative, same', args: [negative, 2, 2, 'max', 'same'] },
  { name: 'fenêtre plus haute que la carte', args: [wide, 4, 1, 'max'], throws: true },
  { name: 'pas de 1,5', args: [example, 2, 1.5, 'max'], throws: true },
];
