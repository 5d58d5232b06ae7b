import type { CaseSource } from '../../case-source';

/** What a student sees of outputSize. */
export const cases: CaseSource[] = [
  { name: 'entrée de 7, filtre de 3', args: [7, 3] },
  { name: 'pas de 2, la division tombe juste', args: [5, 3, 2] },
  { name: 'pas de 2, la division ne tombe pas juste', args: [6, 3, 2] },
  { name: 'un zéro de chaque côté', args: [5, 3, 1, 1] },
  { name: 'pas de 3 et deux zéros de chaque côté', args: [10, 4, 3, 2] },
  { name: 'AlexNet : 227, 11, pas de 4', args: [227, 11, 4] },
  { name: 'filtre plus grand que l’entrée', args: [5, 7], throws: true },
];
