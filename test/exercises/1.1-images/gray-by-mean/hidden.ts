import { criterion, type ExerciseContext } from '@convolab/grader/spec';
import { agrees, decimalTolerance, leavesInputs, refuses } from '../../claims';
import { several, twoSizes } from '../../draw';
import { tfGrayByMean } from '../tfjs';

/** 1.5 points; the public cases are worth 0.5. */
export function hidden({ student, solution, random }: ExerciseContext<'grayByMean'>): void {
  const numbers = (count: number): number[] => several(count, () => random.int(0, 255));
  type Call = [pixels: number[], width: number, height: number];

  /** An image higher than wide or wider than high, alphas drawn like colours. */
  const draw = (): Call => {
    const [width, height] = twoSizes(random, 1, 6);
    return [numbers(4 * width * height), width, height];
  };
  const bytes = ([pixels, width, height]: Call): unknown[] => [
    Uint8Array.from(pixels),
    width,
    height,
  ];
  const answer = (...args: unknown[]): Promise<unknown> => student.grayByMean(...args);
  const right = solution.grayByMean;

  criterion('Moyenne des trois couleurs', 0.5, () => {
    it('donne la moyenne d’un pixel, décimales gardées', () =>
      agrees(
        answer,
        right,
        several(16, () => [numbers(4), 1, 1]),
        decimalTolerance,
      ));
    it('ne regarde pas l’opacité', () => {
      const alphas = [0, 1, 127, 128, 254, 255];
      const calls = alphas.map((alpha) => [[...numbers(3), alpha], 1, 1]);
      return agrees(answer, right, calls, decimalTolerance);
    });
  });

  criterion('Lignes et colonnes', 0.5, () => {
    it('range les gris dans height lignes de width valeurs', () =>
      agrees(answer, right, several(12, draw), decimalTolerance));
    it('donne les mêmes valeurs que TensorFlow.js', () =>
      agrees(answer, tfGrayByMean, several(6, draw), decimalTolerance));
    it('accepte un Uint8Array', () =>
      agrees(answer, right, several(6, draw).map(bytes), decimalTolerance));
    it('accepte une seule ligne, une seule colonne, un carré', () => {
      const calls = [
        [numbers(20), 5, 1],
        [numbers(20), 1, 5],
        [numbers(36), 3, 3],
      ];
      return agrees(answer, right, calls, decimalTolerance);
    });
  });

  criterion('Entrées intactes', 0.25, () => {
    it('rend pixels comme il était', () =>
      leavesInputs(answer, right, [[[3, 6, 9, 255], 1, 1], draw(), bytes(draw())]));
  });

  criterion('Arguments refusés', 0.25, () => {
    it('lève une erreur quand pixels n’a pas quatre nombres par pixel', () =>
      refuses(answer, right, {
        accepted: [[numbers(24), 3, 2]],
        refused: [
          [numbers(18), 3, 2],
          [numbers(23), 3, 2],
          [numbers(25), 3, 2],
          [numbers(20), 3, 2],
          [numbers(28), 3, 2],
          [[], 1, 1],
        ],
      }));
    it('lève une erreur quand une taille n’est pas un entier d’au moins 1', () =>
      refuses(answer, right, {
        accepted: [[numbers(12), 1, 3]],
        refused: [
          [numbers(12), 1.5, 2],
          [numbers(12), 2, 1.5],
          [numbers(24), -3, -2],
          [[], 0, 3],
          [[], 3, 0],
          [numbers(8), NaN, 2],
        ],
      }));
  });
}
