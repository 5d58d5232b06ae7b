import { assertSame, criterion, type ExerciseContext } from '@convolab/grader/spec';
import { agrees, decimalTolerance, leavesInputs, refuses } from '../../claims';
import { several } from '../../draw';
import { oneHot, prediction, votes, without } from '../draw';
import { tfCrossEntropy } from '../tfjs';

/** Small enough to see a rounding to four decimals; float32 answers stay below. */
const fine = 1e-5;

type Call = [p: number[], q: number[]];

/** 2.25 points; the public cases are worth 0.75. */
export function hidden({ student, solution, random }: ExerciseContext<'crossEntropy'>): void {
  const classes = (): number => random.int(3, 10);
  const answer = (...args: unknown[]): Promise<unknown> => student.crossEntropy(...args);
  const right = solution.crossEntropy;

  const hard = (n = classes()): Call => [oneHot(random, n), prediction(random, n)];
  const soft = (n = classes()): Call => [votes(random, n), prediction(random, n)];

  /** The shape of a number tells too little: an answer that returns nothing has it too. */
  const answersAtAll = (): Promise<void> => agrees(answer, right, [[[1], [0.5]]], fine);

  criterion('Étiquettes « un parmi n »', 0.5, () => {
    it('donne −ln q de la bonne classe, où qu’elle soit', () =>
      agrees(answer, right, several(12, hard), fine));
    it('donne les mêmes valeurs que TensorFlow.js', () =>
      agrees(answer, tfCrossEntropy, several(6, hard), decimalTolerance));
    it('donne ln n quand toutes les classes sont aussi probables', () => {
      const n = classes();
      const even: Call = [oneHot(random, n), several(n, () => 1 / n)];
      return agrees(answer, () => Math.log(n), [even], fine);
    });
  });

  criterion('Étiquettes adoucies', 0.5, () => {
    it('additionne les termes de toutes les classes voulues', () =>
      agrees(answer, right, several(14, soft), fine));
    it('donne les mêmes valeurs que TensorFlow.js', () =>
      agrees(answer, tfCrossEntropy, several(6, soft), decimalTolerance));
    it('donne l’entropie de p quand q = p', () => {
      const all = several(4, () => prediction(random, classes()));
      return agrees(
        answer,
        right,
        all.map((p) => [p, [...p]]),
        fine,
      );
    });
  });

  criterion('Convention 0 ln 0 = 0', 0.5, () => {
    it('saute les classes où p = 0, même quand q = 0', () => {
      const calls = several(8, (): Call => {
        const [p, q] = hard();
        const unwanted = p.map((value) => value === 0 && random.int(0, 3) > 0);
        unwanted[p.indexOf(0)] = true;
        return [p, without(q, (i) => unwanted[i]!)];
      });
      return agrees(answer, right, calls, fine);
    });
    it('donne 0 pour une prédiction parfaite', () => {
      const all = several(3, () => oneHot(random, classes()));
      return agrees(
        answer,
        () => 0,
        all.map((p) => [p, [...p]]),
        fine,
      );
    });
  });

  criterion('Bonne classe impossible', 0.25, () => {
    it('rend Infinity quand p > 0 et q = 0, et seulement alors', async () => {
      const impossible = several(6, (): Call => {
        const [p, q] = random.pick([hard, soft])();
        const wanted = [...p.keys()].filter((i) => p[i]! > 0);
        const never = random.pick(wanted);
        return [p, without(q, (i) => i === never)];
      });
      for (const call of impossible) {
        assertSame(await answer(...structuredClone(call)), Infinity, { allowInfinity: true });
      }
      await agrees(answer, right, several(2, hard), fine);
    });
    it('ne borne pas une probabilité minuscule', () => {
      const tiny = several(5, () => 10 ** -random.int(9, 30));
      const calls = tiny.map((q): Call => [oneHot(random, 2), [q, q]]);
      return agrees(answer, right, calls, decimalTolerance);
    });
  });

  criterion('Entrées intactes', 0.25, () => {
    it('rend p et q comme ils étaient', async () => {
      const calls = [...several(2, hard), ...several(2, soft)];
      const p = oneHot(random, classes());
      await answersAtAll();
      await leavesInputs(answer, right, [[[1], [1]], ...calls, [p, [...p]]]);
    });
  });

  criterion('Arguments refusés', 0.25, () => {
    it('lève une erreur quand les longueurs diffèrent, ou quand les vecteurs sont vides', async () => {
      const [p, q] = soft(5);
      await answersAtAll();
      return refuses(answer, right, {
        accepted: [[p, q], hard(), soft(2), [[1], [1]]],
        refused: [
          [p, q.slice(1)],
          [p.slice(1), q],
          [p, []],
          [[], q],
          [[], []],
        ],
      });
    });
    it('lève une erreur quand une valeur n’est pas une probabilité', async () => {
      const [p, q] = soft(4);
      await answersAtAll();
      const bad = [-0.25, -0.001, 1.001, 1.5, NaN];
      const spoilt = (v: number[], value: number): number[] => {
        const at = random.int(0, v.length - 1);
        return v.map((old, i) => (i === at ? value : old));
      };
      const refused = bad.flatMap((value) => [
        [spoilt(p, value), q],
        [p, spoilt(q, value)],
      ]);
      const zero: Call = [p, without(q, (i) => i === 0)];
      return refuses(answer, right, { accepted: [[p, q], hard(), zero], refused });
    });
  });
}
