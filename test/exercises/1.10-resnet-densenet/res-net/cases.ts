import type { CaseSource } from '../../case-source';

const image = (...shape: number[]) => ({ fixture: 'image', args: [shape] });

/** What a student sees of the three functions. */
export const cases: CaseSource[] = [
  {
    name: 'à la main : l’exemple de l’énoncé',
    call: 'residual',
    args: [[2, 1], [[1, -1], [0, 1]], [[0.5, -2], [1, 1]]], // prettier-ignore
    tolerance: 1e-9,
  },
  {
    name: 'à la main : trois nombres cachés pour deux entrées',
    call: 'residual',
    args: [[1, -2], [[1, 2, -1], [1, 0, 3]], [[5, 7], [1, -1], [2, 2]]], // prettier-ignore
    tolerance: 1e-9,
  },
  {
    name: 'F(x) et x n’ont pas la même taille',
    call: 'residual',
    args: [[1, 2], [[1], [1]], [[1, 2, 3]]], // prettier-ignore
    throws: true,
  },
  {
    name: 'un bloc dont l’entrée a déjà la bonne forme : le raccourci est x lui-même',
    call: 'bottleneck',
    args: [image(56, 56, 256), 64, 1],
    view: 'model',
  },
  {
    name: 'plus de canaux, même taille : une projection',
    call: 'bottleneck',
    args: [image(56, 56, 64), 64, 1],
    view: 'model',
  },
  {
    name: 'une taille divisée par deux : une projection de pas 2',
    call: 'bottleneck',
    args: [image(56, 56, 256), 128, 2],
    view: 'model',
  },
  { name: 'ResNet-50 : 25 636 712 paramètres', call: 'resNet', args: [50], view: 'model' },
]; // prettier-ignore
