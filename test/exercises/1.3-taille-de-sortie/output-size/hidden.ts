import { criterion, type ExerciseContext } from '@convolab/grader/spec';
import { refuses } from '../../claims';
import { sizeCriteria } from '../size-criteria';
import { tfOutputSize } from '../tfjs';

/** 2.25 points; the public cases are worth 0.75. */
export function hidden({ student, solution, random }: ExerciseContext<'outputSize'>): void {
  const answer = (...args: unknown[]): Promise<unknown> => student.outputSize(...args);
  const right = solution.outputSize;
  sizeCriteria({
    ...{ answer, right, tensorFlow: tfOutputSize, random, share: 1 },
    real: [
      [1024, 3],
      [224, 5],
      [512, 1],
    ],
    draw: () => {
      const f = random.int(1, 11);
      return [f + random.int(0, 60), f];
    },
  });

  // Last: an answer that checks nothing may loop for ever on a stride of 0.
  criterion('Filtre trop grand', 0.25, () => {
    it('lève une erreur quand le filtre dépasse l’entrée remplie', () =>
      refuses(answer, right, {
        accepted: [[9, 9]],
        refused: [
          [8, 9],
          [3, 6, 1, 1],
          [3, 9, 3, 2],
          [5, 100],
        ],
      }));
  });
  criterion('Arguments refusés', 0.5, () => {
    it('lève une erreur quand le remplissage n’est pas un entier positif ou nul', () =>
      refuses(answer, right, {
        accepted: [[9, 3, 1, 0]],
        refused: [
          [9, 3, 1, -1],
          [9, 3, 1, 0.5],
          [9, 3, 1, NaN],
        ],
      }));
    it('lève une erreur quand une taille n’est pas un entier d’au moins 1', () =>
      refuses(answer, right, {
        accepted: [[9, 3]],
        refused: [
          [9.5, 3],
          [9, 2.5],
          [0, 1, 1, 2],
          [9, 0],
          [9, -3],
          [NaN, 3],
        ],
      }));
    it('lève une erreur quand le pas n’est pas un entier d’au moins 1', () =>
      refuses(answer, right, {
        accepted: [[9, 3, 1]],
        refused: [
          [9, 3, 1.5],
          [9, 3, 0.5],
          [9, 3, -1],
          [9, 3, 0],
        ],
      }));
  });
}
