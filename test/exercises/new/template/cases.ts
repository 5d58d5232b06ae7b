import type { CaseSource } from '../../case-source';

// À ÉCRIRE: every public case. Inputs only, small enough to check by hand; the reference gives what is
// right. Where results are no whole numbers, add `tolerance: 1e-6`.

/** What a student sees of newName. */
export const cases: CaseSource[] = [
  { name: 'exemple de l’énoncé', args: [[1, 2, 3]] },
  { name: 'aucune valeur', args: [[]], throws: true },
];
