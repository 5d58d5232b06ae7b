import { criterion, type ExerciseContext } from '@convolab/grader/spec';
import { agrees, leavesInputs, refuses } from '../../claims';
import { several, twoSizes } from '../../draw';
import { tfBinarize } from '../tfjs';

/** 1.5 points; the public cases are worth 0.5. */
export function hidden({ student, solution, random }: ExerciseContext<'binarize'>): void {
  type Call = [m: number[][], threshold: number];
  const image = (height: number, width: number): number[][] =>
    several(height, () => several(width, () => random.int(0, 255)));

  /** An image that is not square and a threshold that none of its values is. */
  const draw = (): Call => {
    const [height, width] = twoSizes(random, 1, 7);
    return [image(height, width), random.int(20, 235) - 0.5];
  };
  /** An image some of whose values are the threshold itself, the one below and the one above. */
  const drawEqual = (): Call => {
    const [height, width] = twoSizes(random, 2, 6);
    const threshold = random.int(1, 254);
    const near = (value: number): number =>
      random.int(0, 1) ? threshold + random.int(-1, 1) : value;
    const m = image(height, width).map((line) => line.map(near));
    m[0]![1] = threshold;
    return [m, threshold];
  };
  const answer = (...args: unknown[]): Promise<unknown> => student.binarize(...args);
  const right = solution.binarize;

  criterion('Seuil', 0.5, () => {
    it('met 255 au-dessus du seuil et 0 au-dessous', () =>
      agrees(answer, right, several(12, draw)));
    it('donne les mêmes valeurs que TensorFlow.js', () =>
      agrees(answer, tfBinarize, several(6, draw)));
    it('compare sans arrondir', () => {
      const threshold = random.int(40, 200) + 0.25;
      const m = [[-0.75, -0.25, -0.125, 0.125, 0.25, 0.75].map((gap) => threshold + gap)];
      return agrees(answer, right, [[m, threshold]]);
    });
    it('accepte une seule ligne, une seule colonne', () =>
      agrees(answer, right, [
        [image(1, 6), 99.5],
        [image(6, 1), 99.5],
      ]));
  });

  criterion('Valeur égale au seuil', 0.5, () => {
    it('rend blanche une valeur égale au seuil', () =>
      agrees(answer, right, several(12, drawEqual)));
    it('donne les mêmes valeurs que TensorFlow.js', () =>
      agrees(answer, tfBinarize, several(6, drawEqual)));
    it('accepte les seuils 0 et 255', () => {
      const m = [[0, 1, ...image(1, 4)[0]!, 254, 255]];
      return agrees(answer, right, [
        [m, 0],
        [m, 255],
      ]);
    });
  });

  criterion('Entrées intactes', 0.25, () => {
    it('rend m comme elle était', () => leavesInputs(answer, right, [draw(), draw(), draw()]));
  });

  criterion('Arguments refusés', 0.25, () => {
    it('lève une erreur quand le seuil n’est pas un nombre de 0 à 255', () => {
      const [m] = draw();
      return refuses(answer, right, {
        accepted: [
          [m, 0],
          [m, 127.5],
          [m, 255],
        ],
        refused: [
          [m, -1],
          [m, 256],
          [m, 255.5],
          [m, -0.5],
          [m, NaN],
          [m, Infinity],
          [m, -Infinity],
        ],
      });
    });
  });
}
