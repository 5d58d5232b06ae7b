import { assertThrows, criterion, type ExerciseContext } from '@convolab/grader/spec';
import { agrees } from '../../claims';
import { several } from '../../draw';
import { tfOutputSize } from '../tfjs';

/** 2.25 points; the public cases are worth 0.75. Sizes stay within what counting with tuples can reach. */
export function hidden({ student, solution, random }: ExerciseContext<'ConvOut'>): void {
  /** An input and a filter that fits it. */
  const draw = (): [number, number] => {
    const f = random.int(1, 7);
    return [f + random.int(0, 24), f];
  };
  const answer = (...args: unknown[]): Promise<unknown> => student.ConvOut(...args);
  const right = solution.ConvOut;
  const tensorFlow = (...args: [number, number]): string => String(tfOutputSize(...args));

  criterion('Pas de 1', 0.5, () => {
    it('compte les places d’un filtre', () => agrees(answer, right, several(5, draw)));
    it('donne 1 quand le filtre est grand comme l’entrée', () => {
      const size = random.int(2, 9);
      return agrees(answer, right, [
        [size, size],
        [1, 1],
      ]);
    });
    it('accepte les tailles des vrais réseaux', () => agrees(answer, right, [[224, 5]]));
  });

  criterion('Arrondi vers le bas', 0.5, () => {
    it('ne compte pas une fenêtre qui dépasse', () =>
      agrees(
        answer,
        right,
        several(8, () => [...draw(), random.int(2, 7)]),
      ));
    it('donne les mêmes tailles que TensorFlow.js', () =>
      agrees(
        answer,
        tensorFlow,
        several(4, () => [...draw(), random.int(2, 5)]),
      ));
    it('accepte un pas plus grand que l’entrée', () => {
      const [n, f] = draw();
      return agrees(answer, right, [[n, f, n + random.int(1, 5)]]);
    });
  });

  criterion('Remplissage', 0.5, () => {
    it('compte les zéros des deux côtés', () =>
      agrees(
        answer,
        right,
        several(4, () => [...draw(), 1, random.int(1, 5)]),
      ));
    it('remplit d’abord, avance ensuite', () =>
      agrees(
        answer,
        right,
        several(6, () => [...draw(), random.int(2, 5), random.int(1, 5)]),
      ));
    it('donne les mêmes tailles que TensorFlow.js', () =>
      agrees(
        answer,
        tensorFlow,
        several(4, () => [...draw(), random.int(1, 4), random.int(1, 4)]),
      ));
    it('accepte un filtre plus grand que l’entrée quand les zéros suffisent', () =>
      agrees(answer, right, [
        [3, 5, 1, 1],
        [2, 7, 2, 3],
        [1, 11, 4, 5],
      ]));
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
