import { criterion, type ExerciseContext } from '@convolab/grader/spec';
import { refuses } from '../../claims';

/** What pool must refuse. Comes last: an answer that checks nothing may loop for ever on a stride of 0. */
export function refusals({ student, solution, random }: ExerciseContext<'pool'>): void {
  const answer = (...args: unknown[]): Promise<unknown> => student.pool(...args);
  const right = solution.pool;

  criterion('Arguments refusés', 0.5, () => {
    it('lève une erreur quand la fenêtre est trop haute ou trop large pour valid', () => {
      const [flat, narrow] = [random.matrix(2, 6), random.matrix(6, 2)];
      return refuses(answer, right, {
        accepted: [
          [flat, 2, 2, 'max'],
          [narrow, 2, 2, 'max', 'valid'],
        ],
        refused: [
          [flat, 3, 1, 'max'],
          [narrow, 3, 1, 'max'],
          [narrow, 4, 2, 'sum', 'valid'],
          [flat, 7, 1, 'average'],
        ],
      });
    });
    it('lève une erreur quand la taille n’est pas un entier d’au moins 1', () => {
      const x = random.matrix(4, 6);
      return refuses(answer, right, {
        accepted: [[x, 1, 1, 'max']],
        refused: [
          [x, 0, 1, 'max'],
          [x, -1, 1, 'max'],
          [x, 1.5, 1, 'max'],
          [x, 0.5, 1, 'sum', 'same'],
        ],
      });
    });
    it('lève une erreur quand le pas n’est pas un entier d’au moins 1', () => {
      const [x, single] = [random.matrix(4, 6), random.matrix(3, 3)];
      return refuses(answer, right, {
        accepted: [[x, 2, 2, 'max']],
        refused: [
          [x, 2, 1.5, 'max'],
          [x, 2, 0.5, 'max', 'same'],
          [x, 2, -1, 'max'],
          [x, 2, 0, 'max'],
          [single, 3, 0, 'max'], // one window: the formula divides 0 by 0
        ],
      });
    });
  });
}
