import type { CaseSource } from '../../case-source';

const image = (...shape: number[]) => ({ fixture: 'image', args: [shape] });

/** What a student sees: the roundings, three blocks, and B0 layer by layer. */
export const cases: CaseSource[] = [
  {
    name: '16 × 1,2 = 19,2 : 16 en est trop loin',
    call: 'roundFilters',
    args: [16, 1.2],
  },
  { name: '32 × 1,1 = 35,2', call: 'roundFilters', args: [32, 1.1] },
  { name: 'B1, qui n’est que plus profond', call: 'compoundScale', args: [1] },
  { name: 'B3', call: 'compoundScale', args: [3] },
  {
    name: 'le premier bloc de B0, qui n’élargit pas',
    call: 'mbConv',
    args: [image(112, 112, 32), { kernelSize: 3, filters: 16, expansion: 1, strides: 1, drop: 0 }],
    view: 'model',
  },
  {
    name: 'un bloc qui change la taille : rien ne s’ajoute',
    call: 'mbConv',
    args: [image(56, 56, 24), { kernelSize: 5, filters: 40, expansion: 6, strides: 2, drop: 0 }],
    view: 'model',
  },
  {
    name: 'un bloc auquel son entrée s’ajoute',
    call: 'mbConv',
    args: [image(28, 28, 40), { kernelSize: 5, filters: 40, expansion: 6, strides: 1, drop: 0.05 }],
    view: 'model',
  },
  { name: 'B0 : 5 330 564 paramètres', args: [0], view: 'model' },
];
