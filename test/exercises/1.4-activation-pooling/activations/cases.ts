import type { CaseSource } from '../../case-source';

/** float32 answers are right too. */
const tolerance = 1e-6;

/** What a student sees of the six functions: each on both sides of 0, and with another setting. */
export const cases: CaseSource[] = [
  { name: 'ReLU d’un nombre négatif', call: 'relu', args: [-2] },
  { name: 'ReLU d’un nombre positif', call: 'relu', args: [3] },
  { name: 'pente de ReLU à gauche', call: 'reluSlope', args: [-2] },
  { name: 'pente de ReLU en 0', call: 'reluSlope', args: [0] },
  { name: 'pente de ReLU à droite', call: 'reluSlope', args: [3] },
  { name: 'Leaky ReLU d’un nombre négatif', call: 'leakyRelu', args: [-30], tolerance },
  { name: 'Leaky ReLU d’un nombre positif', call: 'leakyRelu', args: [3], tolerance },
  { name: 'Leaky ReLU, leak = 0,25', call: 'leakyRelu', args: [-2, 0.25], tolerance },
  { name: 'pente de Leaky ReLU à gauche', call: 'leakyReluSlope', args: [-30], tolerance },
  { name: 'pente de Leaky ReLU en 0', call: 'leakyReluSlope', args: [0], tolerance },
  { name: 'pente de Leaky ReLU à droite', call: 'leakyReluSlope', args: [3], tolerance },
  {
    name: 'pente de Leaky ReLU à gauche, leak = 0,25',
    call: 'leakyReluSlope',
    args: [-2, 0.25],
    tolerance,
  },
  { name: 'ELU d’un nombre négatif', call: 'elu', args: [-2], tolerance },
  { name: 'ELU d’un nombre positif', call: 'elu', args: [3], tolerance },
  { name: 'ELU, alpha = 3', call: 'elu', args: [-2, 3], tolerance },
  { name: 'pente de ELU à gauche', call: 'eluSlope', args: [-2], tolerance },
  { name: 'pente de ELU en 0, alpha = 3', call: 'eluSlope', args: [0, 3], tolerance },
  { name: 'pente de ELU à droite', call: 'eluSlope', args: [2], tolerance },
  { name: 'pente de ELU à gauche, alpha = 3', call: 'eluSlope', args: [-2, 3], tolerance },
];
