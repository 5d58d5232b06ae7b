import { criterion, type ExerciseContext } from '@convolab/grader/spec';
import { agrees, decimalTolerance, leavesInputs, refuses } from '../../claims';
import { decimal, lopsidedMatrix, lopsidedVector, several, twoSizes } from '../../draw';
import { tfConv2d } from '../../tfjs-oracle';

/** 3 points; the public cases are worth 1. */
export function hidden({ student, solution, random }: ExerciseContext<'conv2d'>): void {
  type Call = [x: number[][], k: number[][]];

  /** An image higher than wide or wider than high, and a kernel, square or not, that fits it. */
  const draw = (): Call => {
    const [height, width] = twoSizes(random, 4, 9);
    const square = random.int(2, 3);
    const [kernelHeight, kernelWidth] = random.pick([
      [square, square],
      twoSizes(random, 1, 4),
    ] as const);
    return [random.matrix(height, width), lopsidedMatrix(random, kernelHeight, kernelWidth)];
  };
  const answer = (...args: unknown[]): Promise<unknown> => student.conv2d(...args);
  const right = solution.conv2d;

  criterion('Fenêtre en deux dimensions', 1, () => {
    it('donne le produit scalaire de chaque fenêtre', () =>
      agrees(answer, right, several(16, draw)));
    it('donne les mêmes valeurs que TensorFlow.js', () =>
      agrees(answer, tfConv2d, several(6, draw)));
    it('garde les décimales', () => {
      const calls = several(4, () => decimal(random, draw()));
      return agrees(answer, right, calls, decimalTolerance);
    });
    it('accepte une seule ligne, une seule colonne, un noyau grand comme l’image', () => {
      const x = random.matrix(3, 5);
      return agrees(answer, right, [
        [x, [lopsidedVector(random, 3)]],
        [x, lopsidedVector(random, 2).map((weight) => [weight])],
        [x, lopsidedMatrix(random, 3, 5)],
        [x, [[random.int(2, 9)]]],
        [[random.vector(6)], [lopsidedVector(random, 2)]],
        [random.matrix(6, 1), lopsidedMatrix(random, 3, 1)],
      ]);
    });
  });

  criterion('Pas vertical et horizontal', 0.5, () => {
    it('avance de stride[0] lignes et de stride[1] colonnes', () =>
      agrees(
        answer,
        right,
        several(16, () => [...draw(), twoSizes(random, 1, 4)]),
      ));
    it('donne les mêmes valeurs que TensorFlow.js', () =>
      agrees(
        answer,
        tfConv2d,
        several(6, () => [...draw(), twoSizes(random, 1, 3)]),
      ));
    it('accepte deux pas égaux', () =>
      agrees(
        answer,
        right,
        several(6, () => {
          const step = random.int(2, 3);
          return [...draw(), [step, step]];
        }),
      ));
  });

  criterion('Remplissage', 0.5, () => {
    it('ajoute padding rangées de zéros sur les quatre côtés', () =>
      agrees(
        answer,
        right,
        several(12, () => [...draw(), [1, 1], random.int(1, 3)]),
      ));
    it('donne les mêmes valeurs que TensorFlow.js', () =>
      agrees(
        answer,
        tfConv2d,
        several(6, () => [...draw(), [1, 1], random.int(1, 3)]),
      ));
    it('accepte un noyau plus grand que l’image quand les zéros suffisent', () => {
      const x = random.matrix(2, 3);
      return agrees(answer, right, [
        [x, lopsidedMatrix(random, 4, 3), [1, 1], 1],
        [x, lopsidedMatrix(random, 2, 5), [1, 1], 1],
      ]);
    });
  });

  criterion('Pas et remplissage ensemble', 0.25, () => {
    it('remplit d’abord, avance ensuite', () =>
      agrees(
        answer,
        right,
        several(20, () => [...draw(), twoSizes(random, 1, 4), random.int(1, 3)]),
      ));
  });

  criterion('Entrées intactes', 0.25, () => {
    it('rend x, k et stride comme ils étaient', () => {
      const [plain, padded, strided] = [draw(), draw(), draw()];
      return leavesInputs(answer, right, [plain, [...padded, [1, 1], 2], [...strided, [2, 3], 1]]);
    });
  });

  // Last: an answer that checks nothing may loop for ever on a stride of 0.
  criterion('Arguments refusés', 0.5, () => {
    it('lève une erreur quand le noyau est vide, trop haut ou trop large', () => {
      const x = random.matrix(3, 4);
      return refuses(answer, right, {
        accepted: [[x, lopsidedMatrix(random, 3, 4)]],
        refused: [
          [x, lopsidedMatrix(random, 4, 2)],
          [x, lopsidedMatrix(random, 2, 5)],
          [x, lopsidedMatrix(random, 6, 1), [1, 1], 1],
          [x, lopsidedMatrix(random, 1, 7), [1, 1], 1],
          [x, []],
          [x, [[]]],
        ],
      });
    });
    it('lève une erreur quand le remplissage n’est pas un entier positif ou nul', () => {
      const [x, k] = draw();
      return refuses(answer, right, {
        accepted: [[x, k, [1, 1], 0]],
        refused: [
          [x, k, [1, 1], 0.5],
          [x, k, [1, 1], -1],
          [x, k, [1, 1], 1.5],
        ],
      });
    });
    it('lève une erreur quand un des pas n’est pas un entier d’au moins 1', () => {
      const [x, k] = draw();
      return refuses(answer, right, {
        accepted: [[x, k, [1, 1]]],
        refused: [
          [x, k, [1.5, 1]],
          [x, k, [1, 1.5]],
          [x, k, [0.5, 1]],
          [x, k, [-1, 1]],
          [x, k, [1, -1]],
          [x, k, [0, 1]],
          [x, k, [1, 0]],
        ],
      });
    });
  });
}
