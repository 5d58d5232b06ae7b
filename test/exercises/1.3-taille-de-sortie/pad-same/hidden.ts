import { assertSame, criterion, type ExerciseContext } from '@convolab/grader/spec';
import { agrees, leavesInputs, refuses } from '../../claims';
import { decimal, lopsidedMatrix, several, twoSizes } from '../../draw';
import { tfConv2d } from '../../tfjs-oracle';
import { tfConv2dSame } from '../tfjs';
import type { Matrix, Pair } from '../types';

/** 3 points; the public cases are worth 1. */
export function hidden({ student, solution, random }: ExerciseContext<'padSame'>): void {
  const image = (lo = 3, hi = 8): Matrix => random.matrix(...twoSizes(random, lo, hi));
  const answer = (...args: unknown[]): Promise<unknown> => student.padSame(...args);
  const right = solution.padSame;

  criterion('Pas de 1', 0.75, () => {
    it('partage les zéros d’un filtre impair', () =>
      agrees(
        answer,
        right,
        several(10, () => [image(), [random.pick([3, 5]), random.pick([1, 3, 7])], [1, 1]]),
      ));
    it('met en bas et à droite le zéro de plus d’un filtre pair', () =>
      agrees(
        answer,
        right,
        several(10, () => [image(), [random.pick([2, 4]), random.pick([2, 4, 6])], [1, 1]]),
      ));
    it('garde les décimales', () =>
      agrees(
        answer,
        right,
        several(4, () => [decimal(random, image()), [3, 2], [1, 1]]),
      ));
  });

  criterion('Avec un pas', 1, () => {
    const draw = (): [Matrix, Pair, Pair] => [
      image(),
      twoSizes(random, 1, 6),
      twoSizes(random, 1, 4),
    ];
    it('compte les zéros qu’il faut à ⌈N / S⌉ fenêtres', () =>
      agrees(answer, right, several(24, draw)));
    it('accepte deux pas égaux', () =>
      agrees(
        answer,
        right,
        several(10, () => [image(), twoSizes(random, 2, 5), [2, 2]]),
      ));
    it('donne, une fois le filtre passé, les valeurs de TensorFlow.js', async () => {
      const calls = several(8, () => {
        const [x, f, s] = draw();
        return { x, f, s, k: lopsidedMatrix(random, Math.min(f[0], 4), Math.min(f[1], 4)) };
      });
      for (const { x, s, k } of calls) {
        const f: Pair = [k.length, k[0]!.length];
        const padded = await answer(structuredClone(x), f, s);
        assertSame(padded, right(x, f, s)); // of a shape that tfjs can read
        assertSame(tfConv2d(padded as Matrix, k, s), tfConv2dSame(x, k, s));
      }
    });
  });

  criterion('Cas limites', 0.5, () => {
    it('n’ajoute rien, et ne retire rien, quand le pas dépasse le filtre', () =>
      agrees(
        answer,
        right,
        several(8, () => [
          image(4, 9),
          [random.int(1, 2), 1],
          [random.int(3, 5), random.int(2, 5)],
        ]),
      ));
    it('accepte un filtre plus grand que l’image', () =>
      agrees(
        answer,
        right,
        several(6, () => [
          image(1, 3),
          [random.int(4, 7), random.int(4, 7)],
          [1, random.int(1, 3)],
        ]),
      ));
    it('accepte une seule ligne, une seule colonne, un seul nombre', () =>
      agrees(answer, right, [
        [random.matrix(1, 6), [1, 4], [1, 2]],
        [random.matrix(6, 1), [4, 1], [3, 1]],
        [random.matrix(1, 1), [3, 2], [2, 2]],
      ]));
  });

  criterion('Entrées intactes', 0.25, () => {
    it('rend x, f et s comme ils étaient', () =>
      leavesInputs(answer, right, [
        [image(), [3, 3], [1, 1]],
        [image(), [2, 5], [2, 1]],
        [image(), [1, 1], [1, 1]],
      ]));
  });

  // Last: an answer that checks nothing may loop for ever on a stride of 0.
  criterion('Arguments refusés', 0.5, () => {
    it('lève une erreur quand une taille du filtre n’est pas un entier d’au moins 1', () => {
      const x = image();
      return refuses(answer, right, {
        accepted: [[x, [1, 1], [1, 1]]],
        refused: [
          [x, [0, 3], [1, 1]],
          [x, [3, 0], [1, 1]],
          [x, [2.5, 3], [1, 1]],
          [x, [3, 2.5], [1, 1]],
          [x, [-1, 3], [1, 1]],
          [x, [3, NaN], [1, 1]],
        ],
      });
    });
    it('lève une erreur quand un pas n’est pas un entier d’au moins 1', () => {
      const x = image();
      return refuses(answer, right, {
        accepted: [[x, [3, 3], [2, 2]]],
        refused: [
          [x, [3, 3], [1.5, 1]],
          [x, [3, 3], [1, 1.5]],
          [x, [3, 3], [-1, 1]],
          [x, [3, 3], [1, -2]],
          [x, [3, 3], [0, 1]],
          [x, [3, 3], [1, 0]],
        ],
      });
    });
  });
}
