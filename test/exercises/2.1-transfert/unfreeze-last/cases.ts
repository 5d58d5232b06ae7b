import type { CaseSource } from '../../case-source';
import { decimalTolerance } from '../../claims';

const network = (filters: number[], options = {}) => ({
  fixture: 'blockNetwork',
  args: [[5, 5, 1], filters, 2, options],
});

const names = [
  'block1_conv', 'block1_bn', 'block2_conv', 'block2_bn', 'block2_relu', 'pool', 'predictions',
]; // prettier-ignore

/** Three images of 5 x 5, one channel: a column, a row, a corner. */
const images = [
  [[0, 2, 0, 0, 0], [0, 2, 0, 0, 1], [0, 2, 0, 0, 0], [0, 2, 1, 0, 0], [0, 2, 0, 0, 0]],
  [[0, 0, 0, 1, 0], [2, 2, 2, 2, 2], [0, 0, 0, 0, 0], [1, 0, 0, 0, 0], [0, 0, 0, 0, 0]],
  [[2, 2, 0, 0, 0], [2, 2, 0, 1, 0], [0, 0, 0, 0, 0], [0, 0, 0, 0, 0], [0, 1, 0, 0, 0]],
].map((image) => image.map((row) => row.map((pixel) => [pixel]))); // prettier-ignore
const labels = [[1, 0], [0, 1], [1, 0]]; // prettier-ignore

/** What a student sees of the three functions. */
export const cases: CaseSource[] = [
  { name: 'le dernier bloc, et la tête', call: 'unfrozenNames', args: [names, 1] },
  { name: 'tous les blocs, sans leurs normalisations', call: 'unfrozenNames', args: [names, 2] },
  { name: 'aucun bloc : la tête seule', call: 'unfrozenNames', args: [names, 0] },
  { name: 'trois blocs, il n’y en a que deux', call: 'unfrozenNames', args: [names, 3], throws: true },
  { name: 'le dernier bloc d’un réseau qui n’est pas gelé', args: [network([2, 3, 2]), 1], view: 'model' },
  { name: 'deux blocs d’un réseau gelé', args: [network([2, 3, 2], { frozen: true }), 2], view: 'model' },
  {
    name: 'affiner sans normalisation : un bloc, deux pas',
    call: 'fineTune',
    args: [network([2, 2], { norm: false, frozen: true }), images, labels, { blocks: 1, steps: 2, rate: 0.5 }],
    tolerance: decimalTolerance,
  },
  {
    name: 'affiner avec normalisations : aucune ne bouge',
    call: 'fineTune',
    args: [network([2, 2]), images, labels, { blocks: 1, steps: 2, rate: 0.5 }],
    tolerance: decimalTolerance,
  },
]; // prettier-ignore
