import type { CaseSource } from '../../case-source';

/** Sums may be made in another order. */
const tolerance = 1e-6;

const threeExamples = { inputs: [[1], [2], [3]], labels: [2, 4, 6] };
const diary = { fixture: 'diaryModel', args: [] };
const fourDigits = { inputs: [[1], [2], [3], [4]], labels: [5, 6, 7, 8] };

/** What a student sees of trainLoop. */
export const cases: CaseSource[] = [
  {
    name: 'exemple de l’énoncé',
    args: [
      { fixture: 'linearModel', args: [[0]] },
      threeExamples,
      { epochs: 1, batchSize: 2, learningRate: 0.05, seed: 1 },
    ],
    tolerance,
  },
  {
    name: 'le journal : deux époques, dans l’ordre où les exemples sont vus',
    args: [diary, fourDigits, { epochs: 2, batchSize: 1, learningRate: 1, seed: 1 }],
    tolerance,
  },
  {
    name: 'le journal, avec une autre graine',
    args: [diary, fourDigits, { epochs: 2, batchSize: 1, learningRate: 1, seed: 7 }],
    tolerance,
  },
  {
    name: 'deux poids, cinq exemples, lots de 2 : le dernier n’en a qu’un',
    args: [
      { fixture: 'linearModel', args: [[0.5, -1]] },
      {
        inputs: [
          [0, 1],
          [0.5, 1],
          [1, 1],
          [1.5, 1],
          [2, 1],
        ],
        labels: [1, 2.5, 4, 5.5, 7],
      },
      { epochs: 3, batchSize: 2, learningRate: 0.1, seed: 2 },
    ],
    tolerance,
  },
  {
    name: 'un lot plus grand que les données',
    args: [
      { fixture: 'linearModel', args: [[0]] },
      threeExamples,
      { epochs: 2, batchSize: 10, learningRate: 0.05, seed: 1 },
    ],
    tolerance,
  },
  {
    name: 'une étiquette de moins que d’entrées',
    args: [
      { fixture: 'linearModel', args: [[0]] },
      { inputs: [[1], [2], [3]], labels: [2, 4] },
      { epochs: 1, batchSize: 2, learningRate: 0.05, seed: 1 },
    ],
    throws: true,
  },
  {
    name: 'aucun exemple',
    args: [
      { fixture: 'linearModel', args: [[0]] },
      { inputs: [], labels: [] },
      { epochs: 1, batchSize: 2, learningRate: 0.05, seed: 1 },
    ],
    throws: true,
  },
];
