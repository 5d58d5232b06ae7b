import { assertSame, criterion, type ExerciseContext } from '@convolab/grader/spec';
import { agrees, decimalTolerance, leavesInputs, refuses } from '../../claims';
import { several } from '../../draw';
import { logits, oneHot, prediction, votes } from '../draw';
import { tfLogitsGradient } from '../tfjs';

/** Small enough to see a rounding to four decimals; float32 answers stay below. */
const fine = 1e-5;

type Call = [z: number[], p: number[]];

/** 2.25 points; the public cases are worth 0.75. */
export function hidden({ student, solution, random }: ExerciseContext<'logitsGradient'>): void {
  const classes = (): number => random.int(3, 10);
  const answer = (...args: unknown[]): Promise<unknown> => student.logitsGradient(...args);
  const right = solution.logitsGradient;

  const hard = (n = classes()): Call => [logits(random, n), oneHot(random, n)];
  const soft = (n = classes()): Call => [logits(random, n), votes(random, n)];
  /** Quarters: a shift by a large integer changes no bit of their differences. */
  const far = (by: () => number): Call => {
    const [, p] = hard();
    const shift = by();
    return [p.map(() => random.int(-16, 16) / 4 + shift), p];
  };

  criterion('Prédit moins voulu', 0.75, () => {
    it('donne q − p pour chaque classe, où que soit la bonne', () =>
      agrees(answer, right, several(12, hard), fine));
    it('donne ce que TensorFlow.js trouve en dérivant la perte', () =>
      agrees(answer, tfLogitsGradient, several(6, hard), decimalTolerance));
    it('donne un vecteur de somme nulle', async () => {
      for (const [z, p] of several(4, hard)) {
        const gradient = (await answer([...z], [...p])) as number[];
        const total = gradient.reduce((a, b) => a + b);
        assertSame([gradient.length, total], [z.length, 0], { tolerance: fine });
        assertSame(gradient, right(z, p), { tolerance: fine }); // zeros too are of sum 0
      }
    });
  });

  criterion('Étiquettes adoucies', 0.5, () => {
    it('retranche toute la distribution p', () => agrees(answer, right, several(12, soft), fine));
    it('donne ce que TensorFlow.js trouve en dérivant la perte', () =>
      agrees(answer, tfLogitsGradient, several(6, soft), decimalTolerance));
    it('donne zéro quand la prédiction est l’étiquette', async () => {
      const all = several(3, () => prediction(random, classes()));
      const still = all.map((p): Call => [p.map(Math.log), p]);
      await agrees(answer, (z: number[]) => z.map(() => 0), still, fine);
      await agrees(answer, right, several(2, soft), fine); // an answer of zeros is not right
    });
  });

  criterion('Grands logits', 0.5, () => {
    it('ne déborde pas quand tous les logits sont énormes', () => {
      const calls = several(6, () => far(() => random.int(1000, 100_000)));
      return agrees(answer, right, calls, fine);
    });
    it('ne divise pas zéro par zéro quand ils sont tous très négatifs', () => {
      const calls = several(6, () => far(() => -random.int(1000, 100_000)));
      return agrees(answer, right, calls, fine);
    });
    it('ne déborde pas quand un logit domine de très loin, où qu’il soit', () => {
      const huge = random.int(2000, 9000);
      const label = oneHot(random, 3);
      const vectors = [
        [0, huge, 1],
        [huge, 0, 1],
        [1, 0, huge],
        [-huge, 0.5, 0.25],
      ];
      return agrees(
        answer,
        right,
        vectors.map((z) => [z, label]),
        fine,
      );
    });
  });

  criterion('Entrées intactes', 0.25, () => {
    it('rend z et p comme ils étaient', async () => {
      const calls = [...several(2, hard), ...several(2, soft)];
      const sure: Call = [[random.int(2, 9)], [1]];
      await agrees(answer, right, calls.slice(0, 1), fine);
      await leavesInputs(answer, right, [sure, ...calls]);
    });
  });

  criterion('Arguments refusés', 0.25, () => {
    it('lève une erreur quand les longueurs diffèrent, ou quand les vecteurs sont vides', () => {
      const [z, p] = soft(5);
      return refuses(answer, right, {
        accepted: [[z, p], hard(), soft(2), [[1], [1]]],
        refused: [
          [z, p.slice(1)],
          [z.slice(1), p],
          [z, []],
          [[], p],
          [[], []],
        ],
      });
    });
  });
}
