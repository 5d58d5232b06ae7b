import { criterion, type ExerciseContext } from '@convolab/grader/spec';
import { agrees, refuses } from '../../claims';
import { several } from '../../draw';
import { tfOutputSize } from '../tfjs';

/** 2.25 points; the public cases are worth 0.75. */
export function hidden({ student, solution, random }: ExerciseContext<'outputSize'>): void {
  /** An input and a filter that fits it. */
  const draw = (): [number, number] => {
    const f = random.int(1, 11);
    return [f + random.int(0, 60), f];
  };
  const answer = (...args: unknown[]): Promise<unknown> => student.outputSize(...args);
  const right = solution.outputSize;

  criterion('Pas de 1', 0.5, () => {
    it('compte les places d’un filtre', () => agrees(answer, right, several(12, draw)));
    it('donne 1 quand le filtre est grand comme l’entrée', () => {
      const size = random.int(2, 9);
      return agrees(answer, right, [
        [size, size],
        [1, 1],
      ]);
    });
    it('accepte les tailles des vrais réseaux', () =>
      agrees(answer, right, [
        [1024, 3],
        [224, 5],
        [512, 1],
      ]));
  });

  criterion('Arrondi vers le bas', 0.5, () => {
    it('ne compte pas une fenêtre qui dépasse', () =>
      agrees(
        answer,
        right,
        several(24, () => [...draw(), random.int(2, 7)]),
      ));
    it('donne les mêmes tailles que TensorFlow.js', () =>
      agrees(
        answer,
        tfOutputSize,
        several(8, () => [...draw(), random.int(2, 5)]),
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
        several(12, () => [...draw(), 1, random.int(1, 5)]),
      ));
    it('remplit d’abord, avance ensuite', () =>
      agrees(
        answer,
        right,
        several(16, () => [...draw(), random.int(2, 5), random.int(1, 5)]),
      ));
    it('donne les mêmes tailles que TensorFlow.js', () =>
      agrees(
        answer,
        tfOutputSize,
        several(8, () => [...draw(), random.int(1, 4), random.int(1, 4)]),
      ));
    it('accepte un filtre plus grand que l’entrée quand les zéros suffisent', () =>
      agrees(answer, right, [
        [3, 5, 1, 1],
        [2, 7, 2, 3],
        [1, 11, 4, 5],
      ]));
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
