import type { CaseSource } from '../../case-source';

/** What a student sees of ConvOut. */
export const cases: CaseSource[] = [
  { name: 'entrée de 7, filtre de 3', args: [7, 3] },
  { name: 'pas de 2, la division tombe juste', args: [5, 3, 2] },
  { name: 'pas de 2, la division ne tombe pas juste', args: [6, 3, 2] },
  { name: 'un zéro de chaque côté', args: [5, 3, 1, 1] },
  { name: 'pas de 3 et deux zéros de chaque côté', args: [10, 4, 3, 2] },
  { name: 'une image de 224, pas de 4', args: [224, 11, 4, 2] },
  { name: 'filtre plus grand que l’entrée, donc never', args: [5, 7] },
  { name: 'sans la taille du filtre, le type est refusé', args: [7], throws: true },
];
