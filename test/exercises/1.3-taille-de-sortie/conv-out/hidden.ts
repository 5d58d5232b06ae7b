import { assertThrows, criterion, type ExerciseContext } from '@convolab/grader/spec';
import { agrees } from '../../claims';
import { sizeCriteria } from '../size-criteria';
import { tfOutputSize } from '../tfjs';

/** 2.25 points; the public cases are worth 0.75. Sizes stay within what counting with tuples can reach. */
export function hidden({ student, solution, random }: ExerciseContext<'ConvOut'>): void {
  const answer = (...args: unknown[]): Promise<unknown> => student.ConvOut(...args);
  const right = solution.ConvOut;
  sizeCriteria({
    ...{ answer, right, random, share: 0.4, real: [[224, 5]] },
    tensorFlow: (...args: [number, number]) => String(tfOutputSize(...args)),
    draw: () => {
      const f = random.int(1, 7);
      return [f + random.int(0, 24), f];
    },
  });

  criterion('Filtre trop grand : never', 0.5, () => {
    it('ne donne aucune taille quand le filtre dépasse l’entrée remplie', () =>
      agrees(answer, right, [
        [9, 9],
        [8, 9],
        [3, 6, 1, 1],
        [3, 9, 3, 2],
        [5, 60],
      ]));
  });

  criterion('Emplois refusés', 0.25, () => {
    it('n’accepte que des nombres, deux au moins et quatre au plus', async () => {
      await agrees(answer, right, [
        [9, 3],
        [9, 3, 2, 1],
      ]);
      for (const args of [[9], [9, 3, 2, 1, 1], ["'9'", 3]]) {
        await assertThrows(() => answer(...args));
      }
    });
  });
}
