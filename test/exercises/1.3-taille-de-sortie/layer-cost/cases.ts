import type { CaseSource } from '../../case-source';
import type { ConvLayer } from '../types';

const conv = (layer: Omit<ConvLayer, 'kind'>): [ConvLayer] => [{ kind: 'conv', ...layer }];

const statement: Omit<ConvLayer, 'kind'> = {
  input: [28, 28, 1],
  filters: 32,
  kernel: [3, 3],
  stride: [1, 1],
  padding: 1,
  groups: 1,
  bias: true,
};
const small: Omit<ConvLayer, 'kind'> = {
  input: [6, 9, 4],
  filters: 6,
  kernel: [2, 3],
  stride: [1, 2],
  padding: 0,
  groups: 1,
  bias: false,
};

/** What a student sees of layerCost. */
export const cases: CaseSource[] = [
  { name: 'dense, avec biais', args: [{ kind: 'dense', input: 784, units: 10, bias: true }] },
  { name: 'dense, sans biais', args: [{ kind: 'dense', input: 12, units: 5, bias: false }] },
  { name: 'convolution de l’énoncé', args: conv(statement) },
  {
    name: 'dix filtres 5 × 5 sur une image en couleur',
    args: conv({ ...statement, input: [32, 32, 3], filters: 10, kernel: [5, 5], padding: 2 }),
  },
  { name: 'noyau 2 × 3, pas [1, 2], sans biais', args: conv(small) },
  { name: 'deux groupes', args: conv({ ...small, groups: 2, bias: true }) },
  { name: 'un canal par filtre (depthwise)', args: conv({ ...small, filters: 4, groups: 4 }) },
  { name: 'trois groupes pour quatre canaux', args: conv({ ...small, groups: 3 }), throws: true },
];
