import type { CaseSource } from '../../case-source';

const image = (...shape: number[]) => ({ fixture: 'image', args: [shape] });

/** What a student sees of the three functions. */
export const cases: CaseSource[] = [
  {
    name: 'une couche : 8 canaux, puis 8 + 4',
    call: 'denseBlock',
    args: [image(16, 16, 8), 1, 4],
    view: 'model',
  },
  {
    name: 'trois couches : chacune lit tout ce qui précède',
    call: 'denseBlock',
    args: [image(16, 16, 8), 3, 4],
    view: 'model',
  },
  {
    name: 'une transition : moitié moins de canaux, taille divisée par deux',
    call: 'transition',
    args: [image(16, 16, 20)],
    view: 'model',
  },
  {
    name: 'un petit DenseNet : deux blocs, une transition',
    call: 'denseNet',
    args: [[2, 3]],
    view: 'model',
  },
];
