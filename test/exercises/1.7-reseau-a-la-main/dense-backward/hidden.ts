import { criterion, type ExerciseContext } from '@convolab/grader/spec';
import { agrees, decimalTolerance, leavesInputs, refuses } from '../../claims';
import { decimal, lopsidedMatrix, several } from '../../draw';
import { denseByDifferences } from '../differences';
import { only } from '../only';
import { tfDenseBackward } from '../tfjs';

type Call = [dy: number[][], x: number[][], w: number[][]];

/** 2.5 points; the public cases are worth 0.5. */
export function hidden({ student, solution, random }: ExerciseContext<'denseBackward'>): void {
  const answer = (...args: unknown[]): Promise<unknown> => student.denseBackward(...args);
  const right = solution.denseBackward;

  /** Without zero: no product is lost unseen. */
  const layer = (examples: number, inputs: number, units: number): Call => [
    numbers(examples, units),
    numbers(examples, inputs),
    numbers(inputs, units),
  ];
  const numbers = (rows: number, cols: number): number[][] =>
    several(rows, () => several(cols, () => random.pick([-1, 1]) * random.int(1, 9)));
  /** A batch of two or more, and more inputs than units: a w read by columns does not throw. */
  const batch = (): Call => {
    const units = random.int(2, 4);
    return layer(random.int(2, 5), units + random.int(1, 3), units);
  };
  /** As many examples as inputs and units: what is read the wrong way fits too. */
  const square = (): Call => {
    const size = random.int(2, 4);
    return [numbers(size, size), numbers(size, size), lopsidedMatrix(random, size, size)];
  };

  const parts = [
    { part: 'dx', name: 'dx, le gradient des entrées', points: 0.75 },
    { part: 'dw', name: 'dw, le gradient des poids', points: 0.5 },
    { part: 'db', name: 'db, le gradient des biais', points: 0.5 },
  ] as const;
  for (const { part, name, points } of parts) {
    const mine = only(answer, part);
    criterion(name, points, () => {
      it('est juste pour un lot', () => agrees(mine, only(right, part), several(12, batch)));
      it('est juste quand tout est carré', () =>
        agrees(mine, only(right, part), several(5, square)));
      it('garde les décimales', () =>
        agrees(
          mine,
          only(right, part),
          several(4, () => decimal(random, batch())),
          decimalTolerance,
        ));
      it('est celui que TensorFlow.js trouve en dérivant', () =>
        agrees(mine, only(tfDenseBackward, part), several(5, batch)));
      it('est celui que donnent des différences centrées', () =>
        agrees(mine, only(denseByDifferences, part), several(3, batch)));
    });
  }

  criterion('Toutes les tailles', 0.25, () => {
    it('accepte plus de neurones que d’entrées', () =>
      agrees(
        answer,
        right,
        several(6, () => layer(random.int(2, 4), random.int(2, 3), random.int(4, 6))),
      ));
    it('accepte un seul exemple, une seule entrée, un seul neurone', () =>
      agrees(answer, right, [layer(1, 4, 3), layer(3, 1, 4), layer(3, 4, 1), layer(1, 1, 1)]));
  });

  criterion('Entrées intactes', 0.25, () => {
    it('rend dy, x et w comme ils étaient', () => {
      // Read wrongly, ones are right all the same: who is wrong elsewhere does not lose this too.
      const plain: Call = [[[1]], [[1]], [[1]]];
      return leavesInputs(answer, right, [plain, batch(), batch(), square()]);
    });
  });

  criterion('Arguments refusés', 0.25, () => {
    it('lève une erreur quand dy et x n’ont pas autant d’exemples', () => {
      const [dy, x, w] = layer(3, 4, 2);
      return refuses(answer, right, {
        accepted: [[dy, x, w], batch(), square()],
        refused: [
          [dy.slice(1), x, w],
          [dy, x.slice(1), w],
          [[...dy, [1, 2]], x, w],
          [dy, x.slice(2), w],
        ],
      });
    });
    it('lève une erreur quand les entrées ou les neurones ne correspondent pas à w', () => {
      const [dy, x, w] = layer(2, 4, 3);
      const [narrow, wide] = [numbers(4, 2), numbers(4, 5)];
      return refuses(answer, right, {
        accepted: [[dy, x, w], batch()],
        refused: [
          [dy, x, w.slice(1)],
          [dy, x, [...w, [1, 2, 3]]],
          [dy, x, narrow],
          [dy, x, wide],
        ],
      });
    });
  });
}
