import type { CaseSource } from '../../case-source';

const statement = [
  [1, 2, 3, 4],
  [5, 6, 7, 8],
];
const square = [
  [1, 2, 3],
  [4, 5, 6],
  [7, 8, 9],
];
const tall = [
  [3, 1],
  [4, 1],
  [5, 9],
  [2, 6],
  [5, 3],
];

/** What a student sees of padSame. */
export const cases: CaseSource[] = [
  { name: 'signal de la leçon : filtre 1 × 3, pas [1, 2]', args: [[[1, 2, 3, 4]], [1, 3], [1, 2]] },
  { name: 'exemple de l’énoncé : filtre 2 × 3, pas [1, 2]', args: [statement, [2, 3], [1, 2]] },
  { name: 'filtre 3 × 3, pas de 1 : un zéro de chaque côté', args: [square, [3, 3], [1, 1]] },
  { name: 'filtre 2 × 2, pas de 2', args: [square, [2, 2], [2, 2]] },
  { name: 'image haute, filtre 4 × 3, pas [2, 1]', args: [tall, [4, 3], [2, 1]] },
  { name: 'filtre plus grand que l’image', args: [[[7, 8]], [1, 6], [1, 1]] },
  { name: 'pas plus grand que le filtre : rien à ajouter', args: [tall, [1, 1], [3, 2]] },
  { name: 'pas vertical de 0', args: [square, [3, 3], [0, 1]], throws: true },
];
