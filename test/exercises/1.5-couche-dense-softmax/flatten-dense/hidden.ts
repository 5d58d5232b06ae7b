import { criterion, type ExerciseContext } from '@convolab/grader/spec';
import { agrees, decimalTolerance, leavesInputs, refuses } from '../../claims';
import { decimal, lopsidedMatrix, several, twoSizes, volume } from '../../draw';
import { tfDense, tfFlatten } from './tfjs';

/** 2.25 points; the public cases are worth 0.75. */
export function hidden({ student, solution, random }: ExerciseContext<'flatten' | 'dense'>): void {
  /** Height and width differ; the channels may equal one of them. */
  const block = (): [number[][][]] => {
    const [height, width] = twoSizes(random, 1, 5);
    return [volume(random, height, width, random.int(2, 5))];
  };
  type Call = [x: number[], w: number[][], b: number[]];
  const layer = (inputs: number, neurons: number): Call => [
    random.vector(inputs),
    several(neurons, () => random.vector(inputs)),
    random.vector(neurons),
  ];
  /** As many neurons as inputs: a w that is read the wrong way fits too. */
  const square = (): Call => {
    const size = random.int(2, 4);
    return [random.vector(size), lopsidedMatrix(random, size, size), random.vector(size)];
  };

  criterion('Aplatir', 0.5, () => {
    it('range les nombres dans l’ordre [ligne][colonne][canal]', () =>
      agrees(student.flatten, solution.flatten, several(12, block)));
    it('accepte un seul canal, une seule case, des décimales', () =>
      agrees(student.flatten, solution.flatten, [
        [volume(random, 3, 4, 1)],
        [volume(random, 1, 1, 6)],
        [volume(random, 1, 1, 1)],
        [decimal(random, volume(random, 2, 3, 2))],
      ]));
    it('donne les mêmes valeurs que TensorFlow.js', () =>
      agrees(student.flatten, tfFlatten, several(6, block)));
  });

  criterion('Couche dense', 1, () => {
    it('donne Wx + b, plus de neurones que d’entrées ou moins', () =>
      agrees(
        student.dense,
        solution.dense,
        several(12, () => layer(...twoSizes(random, 2, 8))),
      ));
    it('lit une ligne de w par neurone, même quand w est carrée', () =>
      agrees(student.dense, solution.dense, several(6, square)));
    it('accepte une seule entrée, un seul neurone', () =>
      agrees(student.dense, solution.dense, [layer(1, 4), layer(5, 1), layer(1, 1)]));
    it('garde les décimales', () => {
      const calls = several(5, () => decimal(random, layer(random.int(2, 6), 3)));
      return agrees(student.dense, solution.dense, calls, decimalTolerance);
    });
    it('donne les mêmes valeurs que TensorFlow.js', () =>
      agrees(
        student.dense,
        tfDense,
        several(6, () => layer(...twoSizes(random, 2, 6))),
      ));
  });

  criterion('Entrées intactes', 0.25, () => {
    it('rend v, x, w et b comme ils étaient', async () => {
      // The first of each has the right answer whatever else goes wrong: one cell, one weight.
      const blocks: [[number[][][]], [number[][][]]] = [[volume(random, 1, 1, 1)], block()];
      const layers: [Call, Call, Call] = [[[5], [[1]], [0]], layer(3, 2), layer(2, 4)];
      await leavesInputs(student.flatten, solution.flatten, blocks);
      await leavesInputs(student.dense, solution.dense, layers);
    });
  });

  criterion('Arguments refusés', 0.5, () => {
    it('lève une erreur quand un neurone n’a pas un poids par entrée', () => {
      const [x, w, b] = layer(4, 3);
      return refuses(student.dense, solution.dense, {
        accepted: [[x, w, b]],
        refused: [
          [x.slice(1), w, b],
          [[...x, 1], w, b],
          [random.vector(3), w, b],
          [[], w, b],
        ],
      });
    });
    it('lève une erreur quand il n’y a pas un biais par neurone, ou aucun neurone', () => {
      const [x, w, b] = layer(3, 4);
      return refuses(student.dense, solution.dense, {
        accepted: [[x, w, b]],
        refused: [
          [x, w, b.slice(1)],
          [x, w, [...b, 1]],
          [x, w, []],
          [x, [], []],
        ],
      });
    });
  });
}
