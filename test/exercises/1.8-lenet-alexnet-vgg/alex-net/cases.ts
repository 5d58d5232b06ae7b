import type { CaseSource } from '../../case-source';

/** What a student sees of alexNet: both models, layer by layer. */
export const cases: CaseSource[] = [
  { name: 'une seule tour : 62 378 344 paramètres', args: [1], view: 'model' },
  { name: 'deux tours : 60 965 224 paramètres', args: [2], view: 'model' },
];
