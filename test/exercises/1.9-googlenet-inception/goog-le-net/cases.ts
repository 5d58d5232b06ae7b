import type { CaseSource } from '../../case-source';

const image = (...shape: number[]) => ({ fixture: 'image', args: [shape] });

/** What a student sees of inception and googLeNet: the module 3a, and both networks, layer by layer. */
export const cases: CaseSource[] = [
  {
    name: 'le module 3a : 163 696 paramètres, 256 cartes',
    call: 'inception',
    args: [image(28, 28, 192), [64, 96, 128, 16, 32, 32]],
    view: 'model',
  },
  {
    name: 'quatre branches aussi larges, une image qui n’est pas carrée',
    call: 'inception',
    args: [image(12, 8, 16), [8, 4, 8, 2, 8, 8]],
    view: 'model',
  },
  { name: 'GoogLeNet : 6 998 552 paramètres', args: [false], view: 'model' },
  {
    name: 'avec ses deux classifieurs auxiliaires : 13 378 280',
    args: [true],
    view: 'model',
  },
];
