import { criterion, type ExerciseContext } from '@convolab/grader/spec';
import { agrees, decimalTolerance, leavesInputs } from '../../claims';
import { decimal, several, twoSizes } from '../../draw';
import { refusals } from './refusals';
import { tfPool } from './tfjs';
import type { Mode, Padding } from './types';

/** An average may be computed in another order, or in float32. */
const fine = 1e-5;

/** 3 points; the public cases are worth 1. */
export function hidden({ student, solution, random }: ExerciseContext<'pool'>): void {
  type Call = [x: number[][], size: number, stride: number, mode: Mode, padding?: Padding];

  /** A map that is higher than wide or wider than high. */
  const map = (lo = 4, hi = 9): number[][] => {
    const [height, width] = twoSizes(random, lo, hi);
    return random.matrix(height, width);
  };
  /** The same without zero or sign, so that a wrong maximum is not what is looked at. */
  const above = (x: number[][]): number[][] => x.map((line) => line.map((value) => value + 10));
  const below = (x: number[][]): number[][] => x.map((line) => line.map((value) => value - 10));
  const side = (): number => random.int(2, 3);
  const answer = (...args: unknown[]): Promise<unknown> => student.pool(...args);
  const right = solution.pool;

  /** Windows side by side: the stride is the size. */
  const tiled = (mode: Mode, x: number[][] = map()): Call => {
    const size = side();
    return [x, size, size, mode];
  };

  criterion('Maximum', 0.5, () => {
    it('garde le plus grand nombre de chaque fenêtre', () =>
      agrees(
        answer,
        right,
        several(10, () => tiled('max')),
      ));
    it('garde un nombre négatif là où tous le sont, même très loin de zéro', () => {
      const calls = several(6, () => tiled('max', below(map())));
      const far = below(map()).map((line) => line.map((value) => value * 1000));
      return agrees(answer, right, [...calls, tiled('max', far)]);
    });
    it('donne les mêmes valeurs que TensorFlow.js', () =>
      agrees(
        answer,
        tfPool,
        several(5, () => tiled('max')),
      ));
  });

  criterion('Moyenne et somme', 0.5, () => {
    it('donne la moyenne de chaque fenêtre', () =>
      agrees(
        answer,
        right,
        several(10, () => tiled('average')),
        fine,
      ));
    it('donne la somme de chaque fenêtre', () =>
      agrees(
        answer,
        right,
        several(10, () => tiled('sum')),
      ));
    it('garde les décimales', () => {
      const calls = several(6, () =>
        tiled(random.pick(['average', 'sum']), decimal(random, map())),
      );
      return agrees(answer, right, calls, fine);
    });
    it('donne les mêmes valeurs que TensorFlow.js', () =>
      agrees(
        answer,
        tfPool,
        [...several(4, () => tiled('average')), ...several(4, () => tiled('sum'))],
        decimalTolerance,
      ));
  });

  criterion('Pas et fenêtres qui se recouvrent', 0.5, () => {
    const free = (): Call => [above(map()), random.int(1, 4), random.int(1, 4), 'max'];
    it('avance de stride cases, que les fenêtres se recouvrent ou sautent des cases', () => {
      const overlapping = several(4, (): Call => [above(map()), 3, 2, 'max']);
      const jumping = several(4, (): Call => [above(map()), 2, 3, 'max']);
      return agrees(answer, right, [...several(14, free), ...overlapping, ...jumping]);
    });
    it('accepte une fenêtre grande comme la carte, une seule ligne, une seule colonne', () =>
      agrees(answer, right, [
        [above(random.matrix(3, 3)), 3, 1, 'max'],
        [above(random.matrix(3, 5)), 3, 2, 'max'],
        [above(random.matrix(1, 6)), 1, 2, 'max'],
        [above(random.matrix(6, 1)), 1, 4, 'max'],
      ]));
    it('donne les mêmes valeurs que TensorFlow.js', () => agrees(answer, tfPool, several(6, free)));
  });

  criterion('Bord « same »', 0.25, () => {
    const tiledSame = (): Call => {
      const size = random.int(2, 5);
      return [above(map(3, 9)), size, size, 'max', 'same'];
    };
    it('place ⌈N/S⌉ fenêtres, la case de trop en bas et à droite', () =>
      agrees(answer, right, several(20, tiledSame)));
    it('donne les mêmes valeurs que TensorFlow.js', () =>
      agrees(answer, tfPool, several(6, tiledSame)));
  });

  criterion('Pas et « same » ensemble', 0.25, () => {
    const free = (): Call => [above(map(3, 8)), random.int(1, 4), random.int(1, 4), 'max', 'same'];
    it('place les fenêtres qui se recouvrent ou sautent des cases', () => {
      const overlapping = several(4, (): Call => [above(map()), 3, 2, 'max', 'same']);
      const jumping = several(4, (): Call => [above(map()), 1, 3, 'max', 'same']);
      return agrees(answer, right, [...several(20, free), ...overlapping, ...jumping]);
    });
    it('accepte une fenêtre plus grande que la carte', () =>
      agrees(answer, right, [
        [above(random.matrix(2, 3)), 4, 1, 'max', 'same'],
        [above(random.matrix(2, 4)), 5, 2, 'max', 'same'],
      ]));
    it('donne les mêmes valeurs que TensorFlow.js', () => agrees(answer, tfPool, several(8, free)));
  });

  criterion('Maximum, moyenne et somme au bord', 0.25, () => {
    const edge = (mode: Mode, x: number[][]): Call => {
      const size = side();
      return [x, size, size, mode, 'same'];
    };
    it('divise par le nombre de cases qui existent', () =>
      agrees(
        answer,
        right,
        several(8, () => edge('average', map(3, 7))),
        fine,
      ));
    it('ne compare le maximum à aucun zéro ajouté', () =>
      agrees(
        answer,
        right,
        several(6, () => edge('max', below(map(3, 7)))),
      ));
    it('n’ajoute rien à la somme', () =>
      agrees(
        answer,
        right,
        several(6, () => edge('sum', map(3, 7))),
      ));
    it('donne les mêmes valeurs que TensorFlow.js', () =>
      agrees(
        answer,
        tfPool,
        several(6, () => edge(random.pick(['average', 'sum', 'max']), map(3, 7))),
        decimalTolerance,
      ));
  });

  criterion('Entrée intacte', 0.25, () => {
    it('rend x comme il était', () => {
      const calls: [Call, ...Call[]] = [
        [above(map()), 2, 2, 'max'],
        [map(), 3, 2, 'sum', 'same'],
        [map(), 2, 2, 'average'],
      ];
      return leavesInputs(answer, right, calls);
    });
  });

  refusals({ student, solution, random });
}
