import { criterion, type ExerciseContext } from '@convolab/grader/spec';
import { agrees, decimalTolerance, leavesInputs, refuses } from '../../claims';
import { decimal, lopsidedVector, several } from '../../draw';
import { tfConv1d } from '../../tfjs-oracle';

/** 2.25 points; the public cases are worth 0.75. */
export function hidden({ student, solution, random }: ExerciseContext<'conv1d'>): void {
  /** An input and a kernel that fits it, each as long as the other at most. */
  const draw = (): [number[], number[]] => {
    const length = random.int(5, 14);
    return [random.vector(length), lopsidedVector(random, random.int(2, 5))];
  };
  const answer = (...args: unknown[]): Promise<unknown> => student.conv1d(...args);
  const right = solution.conv1d;

  criterion('Fenêtre glissante', 0.5, () => {
    it('donne le produit scalaire de chaque fenêtre', () =>
      agrees(answer, right, several(12, draw)));
    it('donne les mêmes valeurs que TensorFlow.js', () =>
      agrees(answer, tfConv1d, several(6, draw)));
    it('garde les décimales', () => {
      const calls = several(6, () => decimal(random, draw()));
      return agrees(answer, right, calls, decimalTolerance);
    });
    it('accepte un noyau d’un seul poids, et un noyau aussi long que l’entrée', () => {
      const x = random.vector(6);
      return agrees(answer, right, [
        [x, [random.int(2, 9)]],
        [x, lopsidedVector(random, 6)],
        [[random.int(2, 9)], [random.int(2, 9)]],
      ]);
    });
  });

  criterion('Pas', 0.5, () => {
    it('avance de stride cases, que la dernière fenêtre tombe juste ou non', () =>
      agrees(
        answer,
        right,
        several(16, () => [...draw(), random.int(2, 5)]),
      ));
    it('donne les mêmes valeurs que TensorFlow.js', () =>
      agrees(
        answer,
        tfConv1d,
        several(6, () => [...draw(), random.int(2, 4)]),
      ));
    it('accepte un pas plus grand que l’entrée', () => {
      const [x, k] = draw();
      return agrees(answer, right, [[x, k, x.length + random.int(1, 5)]]);
    });
  });

  criterion('Remplissage', 0.5, () => {
    it('ajoute padding zéros de chaque côté', () =>
      agrees(
        answer,
        right,
        several(12, () => [...draw(), 1, random.int(1, 4)]),
      ));
    it('donne les mêmes valeurs que TensorFlow.js', () =>
      agrees(
        answer,
        tfConv1d,
        several(6, () => [...draw(), 1, random.int(1, 3)]),
      ));
    it('accepte un noyau plus long que l’entrée quand les zéros suffisent', () => {
      const x = random.vector(3);
      return agrees(answer, right, [
        [x, lopsidedVector(random, 5), 1, 1],
        [x, lopsidedVector(random, 6), 1, 2],
      ]);
    });
  });

  criterion('Pas et remplissage ensemble', 0.25, () => {
    it('remplit d’abord, avance ensuite', () =>
      agrees(
        answer,
        right,
        several(20, () => [...draw(), random.int(2, 4), random.int(1, 4)]),
      ));
  });

  criterion('Entrées intactes', 0.25, () => {
    it('rend x et k comme ils étaient', () => {
      const calls = several(3, draw);
      return leavesInputs(answer, right, [calls[0]!, [...calls[1]!, 1, 2], [...calls[2]!, 2, 1]]);
    });
  });

  // Last: an answer that checks nothing may loop for ever on a stride of 0.
  criterion('Arguments refusés', 0.25, () => {
    it('lève une erreur quand le noyau est vide ou trop long', () => {
      const x = random.vector(4);
      return refuses(answer, right, {
        accepted: [[x, lopsidedVector(random, 4)]],
        refused: [
          [x, lopsidedVector(random, 5)],
          [x, lopsidedVector(random, 7), 1, 1],
          [x, lopsidedVector(random, 9), 2, 2],
          [x, []],
        ],
      });
    });
    it('lève une erreur quand le remplissage n’est pas un entier positif ou nul', () => {
      const [x, k] = draw();
      return refuses(answer, right, {
        accepted: [[x, k, 1, 0]],
        refused: [
          [x, k, 1, 0.5],
          [x, k, 1, -1],
          [x, k, 1, 1.5],
        ],
      });
    });
    it('lève une erreur quand le pas n’est pas un entier d’au moins 1', () => {
      const [x, k] = draw();
      return refuses(answer, right, {
        accepted: [[x, k, 1]],
        refused: [
          [x, k, 1.5],
          [x, k, 0.5],
          [x, k, -1],
          [x, k, 0],
        ],
      });
    });
  });
}
