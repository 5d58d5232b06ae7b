import type { CaseSource } from '../../case-source';

/** What a student sees of lenet5: the model, layer by layer. */
export const cases: CaseSource[] = [
  { name: 'les sept couches de LeNet-5', args: [], view: 'model' },
];
