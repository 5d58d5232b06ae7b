import { assertSame, criterion, type ExerciseContext } from '@convolab/grader/spec';
import { agrees, decimalTolerance, leavesInputs, refuses } from '../../claims';
import { decimal, lopsidedMatrix, several } from '../../draw';
import { logits, oneHot, votes } from '../draw';
import { tfLogitsGradient } from '../tfjs';
import { errorCriterion } from './hidden-error';
import { broken, judgedGradient, type Judged } from './judged-gradients';

/** The digits that a difference of two values of f leaves. */
const fine = 1e-6;
/** The error of a right gradient, measured with the default h, stays below; that of a wrong one above. */
const [accepted, refused] = [1e-6, 1e-3];

type Call = [f: { fixture: string; args: unknown[] }, x: number[], h?: number];

/** 3 points; the public cases are worth 1. */
export function hidden({
  student,
  solution,
  random,
}: ExerciseContext<'numericGradient' | 'relativeError'>): void {
  const { numericGradient: gradientOf, relativeError: errorOf } = solution;
  const point = (n: number): number[] => decimal(random, random.vector(n));

  const quadratic = (n = random.int(2, 4)): Call => [
    { fixture: 'quadratic', args: [lopsidedMatrix(random, n, n)] },
    point(n),
  ];
  const cubic = (n = random.int(2, 5)): Call => [
    { fixture: 'cubic', args: [several(n, () => random.int(2, 9))] },
    point(n),
  ];
  const loss = (n = random.int(2, 6)): Call => [
    { fixture: 'lossOfLogits', args: [random.pick([oneHot, votes])(random, n)] },
    logits(random, n),
  ];
  const withStep = ([f, x]: Call): Call => [f, x, random.pick([0.125, 0.25, 0.5, 1, 2])];

  criterion('Différences centrées', 1, () => {
    it('donne le gradient d’une fonction du second degré, où tout se mêle', () =>
      agrees(student.numericGradient, gradientOf, several(10, quadratic), fine));
    it('donne celui d’une somme de cubes', () =>
      agrees(student.numericGradient, gradientOf, several(6, cubic), fine));
    it('donne ce que TensorFlow.js trouve en dérivant une perte', () =>
      agrees(
        student.numericGradient,
        ({ args: [p] }: { args: [number[]] }, z: number[]) => tfLogitsGradient(z, p),
        several(6, loss),
        decimalTolerance,
      ));
    it('accepte une seule coordonnée, un point nul', () =>
      agrees(
        student.numericGradient,
        gradientOf,
        [cubic(1), quadratic(2), cubic(3)].map(([f, x], i) => [f, i === 0 ? x : x.map(() => 0)]),
        fine,
      ));
  });

  criterion('Le pas h', 0.25, () => {
    it('bouge exactement du h donné, même grand', () =>
      agrees(
        student.numericGradient,
        gradientOf,
        [...several(6, cubic), ...several(3, loss)].map(withStep),
        fine,
      ));
  });

  criterion('x intact', 0.5, () => {
    it('rend x exactement comme il était', async () => {
      const calls = [...several(3, quadratic), ...several(3, loss)];
      const sure: Call = [{ fixture: 'cubic', args: [[1]] }, [0], 1];
      await leavesInputs(student.numericGradient, gradientOf, [sure, ...calls]);
    });
    it('rend a et b exactement comme ils étaient', () => {
      const unsorted = [point(4), [3, 1, 2]].map((a) => [a, [...a].reverse()]);
      return leavesInputs(student.relativeError, errorOf, [[[1], [1]], ...unsorted]);
    });
  });

  errorCriterion(student.relativeError, errorOf, random);

  criterion('Gradients jugés', 0.5, () => {
    const judged = several(3, () => judgedGradient(random));
    const isBelow = async (
      limit: number,
      { f, x }: Judged,
      candidate: number[],
    ): Promise<unknown> => {
      const error = await student.relativeError(
        await student.numericGradient(f, [...x]),
        candidate,
      );
      return typeof error === 'number' ? error < limit : error;
    };

    it('les deux fonctions ensemble acceptent un gradient juste', async () => {
      for (const each of judged) assertSame(await isBelow(accepted, each, each.right), true);
    });
    for (const [name, spoil] of Object.entries(broken)) {
      it(`elles refusent un gradient faux : ${name}`, async () => {
        for (const each of judged) assertSame(await isBelow(refused, each, spoil(each)), false);
      });
    }
  });

  criterion('Arguments refusés', 0.25, () => {
    it('lève une erreur quand h n’est pas plus grand que 0', () => {
      const [f, x] = quadratic();
      return refuses(student.numericGradient, gradientOf, {
        accepted: [[f, x], ...[1e-3, 2].map((h) => [f, x, h])],
        refused: [0, -1e-5, -1, NaN].map((h) => [f, x, h]),
      });
    });
    it('lève une erreur quand les longueurs diffèrent, ou quand les vecteurs sont vides', () => {
      const [a, b] = [point(4), point(4)];
      return refuses(student.relativeError, errorOf, {
        accepted: [
          [a, b],
          [[1], [2]],
        ],
        refused: [
          [a, b.slice(1)],
          [a.slice(1), b],
          [a, []],
          [[], b],
          [[], []],
        ],
      });
    });
  });
}
