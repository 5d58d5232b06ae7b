import { criterion, type ExerciseContext } from '@convolab/grader/spec';
import { agrees, decimalTolerance } from '../../claims';
import { several } from '../../draw';
import type { Activations } from './types';
import { tfElu, tfEluSlope, tfLeakyRelu, tfLeakyReluSlope, tfRelu, tfReluSlope } from './tfjs';

/** Small enough to see a slope measured with a large step; float32 answers stay below. */
const fine = 1e-5;

/** 2.25 points; the public cases are worth 0.75. */
export function hidden({ student, solution, random }: ExerciseContext<keyof Activations>): void {
  /** Numbers with decimals on both sides of 0, small ones too; none is 0. */
  const numbers = (count: number): number[] =>
    several(count, () => {
      const size = random.pick([1e-5, 0.001, 0.1, 1, 4]) * random.real(1, 2);
      return random.pick([-1, 1]) * size;
    });
  const left = (count: number): number[] => numbers(count).map((x) => -Math.abs(x));
  const settings = (count: number, lo: number, hi: number): number[] =>
    several(count, () => random.real(lo, hi));
  const calls = (xs: number[], own?: number[]): unknown[][] =>
    xs.map((x, i) => (own === undefined ? [x] : [x, own[i]!]));

  criterion('ReLU', 0.25, () => {
    it('garde le positif et annule le reste', () =>
      agrees(student.relu, solution.relu, calls([...numbers(12), 0, 1e6, -1e6])));
    it('donne les mêmes valeurs que TensorFlow.js', () =>
      agrees(student.relu, tfRelu, calls(numbers(6)), decimalTolerance));
  });

  criterion('Pente de ReLU', 0.25, () => {
    it('vaut 1 à droite, 0 à gauche et en 0', () =>
      agrees(student.reluSlope, solution.reluSlope, calls([...numbers(12), 0, 1e6, -1e6])));
    it('donne les mêmes valeurs que TensorFlow.js', () =>
      agrees(student.reluSlope, tfReluSlope, calls([...numbers(6), 0])));
  });

  criterion('Leaky ReLU', 0.25, () => {
    it('multiplie les négatifs par 0,1 quand rien n’est demandé', () => {
      const xs = [...numbers(6), ...left(6), 0, 1000, -1000];
      return agrees(student.leakyRelu, solution.leakyRelu, calls(xs), fine);
    });
    it('multiplie les négatifs par leak, même nul', () => {
      const xs = [...numbers(6), ...left(6)];
      const all = [...calls(xs, settings(12, 0.01, 0.9)), [-3, 0]];
      return agrees(student.leakyRelu, solution.leakyRelu, all, fine);
    });
    it('donne les mêmes valeurs que TensorFlow.js', () => {
      const all = calls(numbers(6), settings(6, 0.01, 0.9));
      return agrees(student.leakyRelu, tfLeakyRelu, all, decimalTolerance);
    });
  });

  criterion('Pente de Leaky ReLU', 0.5, () => {
    it('vaut 0,1 à gauche et en 0 quand rien n’est demandé', () => {
      const xs = [...numbers(6), ...left(6), 0, 1000, -1000];
      return agrees(student.leakyReluSlope, solution.leakyReluSlope, calls(xs), fine);
    });
    it('vaut leak à gauche et en 0', () => {
      const xs = [...numbers(6), ...left(6), 0];
      const all = calls(xs, settings(13, 0.01, 0.9));
      return agrees(student.leakyReluSlope, solution.leakyReluSlope, all, fine);
    });
    it('donne les mêmes valeurs que TensorFlow.js', () => {
      const all = calls([...numbers(6), 0], settings(7, 0.01, 0.9));
      return agrees(student.leakyReluSlope, tfLeakyReluSlope, all, decimalTolerance);
    });
  });

  criterion('ELU', 0.5, () => {
    it('suit la formule pour alpha = 1', () =>
      agrees(student.elu, solution.elu, calls([...numbers(8), ...left(8), 0]), fine));
    it('suit la formule pour d’autres alpha', () => {
      const xs = [...numbers(8), ...left(8)];
      return agrees(student.elu, solution.elu, calls(xs, settings(16, 0.2, 4)), fine);
    });
    it('ne déborde pas : très loin à droite elle rend x, très loin à gauche −alpha', () =>
      agrees(student.elu, solution.elu, [[1000], [-1000], [1e6, 2], [-1e6, 2]], fine));
    it('donne les mêmes valeurs que TensorFlow.js', () =>
      agrees(student.elu, tfElu, calls(numbers(6)), decimalTolerance));
  });

  criterion('Pente de ELU', 0.5, () => {
    it('est la dérivée pour alpha = 1', () =>
      agrees(student.eluSlope, solution.eluSlope, calls([...numbers(8), ...left(8), 0]), fine));
    it('est la dérivée pour d’autres alpha, et 1 en 0', () => {
      const xs = [...numbers(8), ...left(8), 0];
      return agrees(student.eluSlope, solution.eluSlope, calls(xs, settings(17, 0.2, 4)), fine);
    });
    it('ne déborde pas : 1 très loin à droite, presque 0 très loin à gauche', () =>
      agrees(student.eluSlope, solution.eluSlope, [[1000], [-1000], [1e6, 2], [-1e6, 2]], fine));
    it('donne les mêmes valeurs que TensorFlow.js', () =>
      agrees(student.eluSlope, tfEluSlope, calls(numbers(6)), decimalTolerance));
  });
}
