import type { CaseSource } from '../../case-source';

const photo = [224, 224, 3];

/** What a student sees of vgg: three models, layer by layer. */
export const cases: CaseSource[] = [
  { name: 'VGG-16 : 138 357 544 paramètres', args: [[2, 2, 3, 3, 3], photo, 1000], view: 'model' },
  { name: 'VGG-19 : 143 667 240 paramètres', args: [[2, 2, 4, 4, 4], photo, 1000], view: 'model' },
  {
    name: 'deux blocs, une image grise de 32 × 48, sans couches denses',
    args: [[1, 2], [32, 48, 1], 0],
    view: 'model',
  },
];
