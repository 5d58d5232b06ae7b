import { criterion, type ExerciseContext } from '@convolab/grader/spec';
import { agrees, decimalTolerance, leavesInputs, refuses } from '../../claims';
import { decimal, filters, lopsidedMatrix, several, twoSizes, volume } from '../../draw';
import { tfFilterBank } from '../../tfjs-oracle';

/** 3.75 points; the public cases are worth 1.25. */
export function hidden({ student, solution, random }: ExerciseContext<'filterBank'>): void {
  type Call = [x: number[][][], w: number[][][][], b: number[]];

  /** A rectangular image, and filters that fit it. */
  const draw = (channels: number, count: number, bias = (): number => 0): Call => {
    const [height, width] = twoSizes(random, 4, 7);
    const size = random.int(2, 3);
    const [kernelHeight, kernelWidth] = random.pick([
      [size, size],
      twoSizes(random, 1, 4),
    ] as const);
    return [
      volume(random, height, width, channels),
      filters(random, [kernelHeight, kernelWidth, channels, count]),
      several(count, bias),
    ];
  };
  const someBias = (): number => random.pick([-1, 1]) * random.int(2, 9);
  const answer = (...args: unknown[]): Promise<unknown> => student.filterBank(...args);
  const right = solution.filterBank;

  criterion('Somme des canaux', 1.25, () => {
    it('ajoute les contributions de tous les canaux', () =>
      agrees(
        answer,
        right,
        several(10, () => draw(random.int(2, 5), 1)),
      ));
    it('donne les mêmes valeurs que TensorFlow.js', () =>
      agrees(
        answer,
        tfFilterBank,
        several(5, () => draw(random.int(2, 4), 1)),
      ));
    it('accepte un seul canal, sur une image rectangulaire', () =>
      agrees(
        answer,
        right,
        several(4, () => draw(1, 1)),
      ));
    it('oriente chaque noyau comme l’énoncé', () => {
      const kernel = lopsidedMatrix(random, 3, 3);
      const w = kernel.map((line) => line.map((weight) => [[weight], [-2 * weight]]));
      return agrees(answer, right, [[volume(random, 5, 4, 2), w, [0]]]);
    });
    it('garde les décimales', () => {
      const calls = several(4, () => {
        const [x, w, b] = draw(3, 1);
        return [decimal(random, x), decimal(random, w), b];
      });
      return agrees(answer, right, calls, decimalTolerance);
    });
  });

  criterion('Plusieurs filtres', 0.75, () => {
    it('donne une carte par filtre, dans l’ordre', () =>
      agrees(
        answer,
        right,
        several(10, () => draw(random.int(1, 4), random.int(2, 5))),
      ));
    it('donne les mêmes valeurs que TensorFlow.js', () =>
      agrees(
        answer,
        tfFilterBank,
        several(5, () => draw(...twoSizes(random, 1, 5))),
      ));
    it('accepte des filtres 1 × 1, et des filtres grands comme l’image', () =>
      agrees(answer, right, [
        [volume(random, 3, 4, 2), filters(random, [1, 1, 2, 3]), [0, 0, 0]],
        [volume(random, 3, 4, 2), filters(random, [3, 4, 2, 3]), [0, 0, 0]],
      ]));
    it('accepte une image d’une seule ligne, ou d’une seule colonne', () =>
      agrees(answer, right, [
        [volume(random, 1, 5, 2), filters(random, [1, 2, 2, 3]), [0, 0, 0]],
        [volume(random, 5, 1, 2), filters(random, [2, 1, 2, 3]), [0, 0, 0]],
      ]));
  });

  criterion('Biais', 0.75, () => {
    it('ajoute le biais de chaque filtre, une fois par position', () =>
      agrees(
        answer,
        right,
        several(10, () => draw(random.int(1, 4), random.int(1, 4), someBias)),
      ));
    it('donne les mêmes valeurs que TensorFlow.js', () =>
      agrees(
        answer,
        tfFilterBank,
        several(5, () => draw(3, 4, someBias)),
      ));
    it('accepte des biais décimaux', () => {
      const calls = several(4, () => decimal(random, draw(2, 3, someBias)));
      return agrees(answer, right, calls, decimalTolerance);
    });
  });

  criterion('Entrées intactes', 0.5, () => {
    it('rend x, w et b comme ils étaient', () =>
      leavesInputs(answer, right, [draw(2, 1), draw(3, 2, someBias), draw(3, 3, someBias)]));
  });

  criterion('Arguments refusés', 0.5, () => {
    it('lève une erreur quand les canaux ne correspondent pas', () => {
      const x = volume(random, 4, 5, 3);
      const bank = (channels: number): unknown[] => [
        x,
        filters(random, [2, 2, channels, 2]),
        [1, 2],
      ];
      return refuses(answer, right, { accepted: [bank(3)], refused: [bank(2), bank(4), bank(1)] });
    });
    it('lève une erreur quand il n’y a pas un biais par filtre', () => {
      const [x, w] = draw(2, 3);
      return refuses(answer, right, {
        accepted: [[x, w, [1, 2, 3]]],
        refused: [
          [x, w, [1, 2]],
          [x, w, [1, 2, 3, 4]],
          [x, w, []],
        ],
      });
    });
    it('lève une erreur quand les filtres sont vides, trop hauts ou trop larges', () => {
      const x = volume(random, 3, 4, 2);
      const bank = (height: number, width: number): unknown[] => [
        x,
        filters(random, [height, width, 2, 2]),
        [1, 2],
      ];
      return refuses(answer, right, {
        accepted: [bank(3, 4), bank(3, 1), bank(1, 4)],
        refused: [bank(4, 2), bank(2, 5), bank(4, 5), [x, [], []], [x, [[]], []]],
      });
    });
  });
}
