import type { CaseSource } from '../../case-source';

/** float32 answers are right too. */
const tolerance = 1e-6;

/** What a student sees of softmax. */
export const cases: CaseSource[] = [
  { name: 'exemple de l’énoncé', args: [[2, 1, 0.1]], tolerance },
  { name: 'deux logits égaux', args: [[5, 5]], tolerance },
  { name: 'logits négatifs', args: [[-1, -3, 0, -2]], tolerance },
  { name: 'un seul logit', args: [[7]], tolerance },
  { name: 'exemple, tous les logits augmentés de 100', args: [[102, 101, 100.1]], tolerance },
  { name: 'deux logits énormes', args: [[1000, 1000]], tolerance },
  { name: 'premier logit énorme', args: [[1000, 0, 0]], tolerance },
  { name: 'dernier logit énorme', args: [[0, 1000]], tolerance },
  { name: 'deux logits très éloignés', args: [[-10000, 0]], tolerance },
  { name: 'trois logits très négatifs', args: [[-1002, -1000, -1001]], tolerance },
  { name: 'aucun logit', args: [[]], throws: true },
];
