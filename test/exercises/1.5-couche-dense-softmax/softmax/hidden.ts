import { assertSame, criterion, type ExerciseContext } from '@convolab/grader/spec';
import * as tf from '@tensorflow/tfjs';
import { agrees, decimalTolerance, leavesInputs, refuses } from '../../claims';
import { several } from '../../draw';

tf.env().set('PROD', true); // no hint on stderr that a faster backend exists

/** Small enough to see a rounding to four decimals; float32 answers stay below. */
const fine = 1e-5;

const tfSoftmax = (z: number[]): number[] =>
  tf.tidy(() => Array.from(tf.softmax(tf.tensor1d(z)).dataSync()));

/** 2.25 points; the public cases are worth 0.75. */
export function hidden({ student, solution, random }: ExerciseContext<'softmax'>): void {
  /** From 2 to 10 logits with decimals, of both signs; none is far from the others. */
  const logits = (): number[] => several(random.int(2, 10), () => random.real(-4, 4));
  /** Quarters: a shift by a large integer changes no bit of their differences. */
  const quarters = (): number[] => several(random.int(3, 8), () => random.int(-16, 16) / 4);
  const shifted = (z: number[], by: number): number[] => z.map((logit) => logit + by);
  const alone = (...all: number[][]): [number[]][] => all.map((z) => [z]);
  const answer = (...args: unknown[]): Promise<unknown> => student.softmax(...args);
  const right = solution.softmax;

  criterion('Probabilités', 0.75, () => {
    it('donne les probabilités de logits ordinaires', () =>
      agrees(answer, right, alone(...several(14, logits)), fine));
    it('donne des nombres de somme 1', async () => {
      for (const z of several(6, logits)) {
        const p = (await answer([...z])) as number[];
        assertSame([p.length, p.reduce((a, b) => a + b)], [z.length, 1], { tolerance: fine });
      }
    });
    it('accepte un seul logit, des logits égaux, des logits négatifs', () => {
      const value = random.real(-3, 3);
      const negative = shifted(logits(), -8);
      return agrees(answer, right, alone([value], [value, value, value], negative), fine);
    });
    it('donne les mêmes valeurs que TensorFlow.js', () =>
      agrees(answer, tfSoftmax, alone(...several(6, logits)), decimalTolerance));
  });

  criterion('Grands logits', 0.5, () => {
    it('ne déborde pas quand tous les logits sont énormes', () => {
      const calls = several(6, () => shifted(quarters(), random.int(1000, 100_000)));
      return agrees(answer, right, alone(...calls), fine);
    });
    it('ne déborde pas quand un logit domine de très loin, où qu’il soit', () => {
      const far = random.int(2000, 9000);
      const calls = [
        [0, far, 1],
        [far, 0, 1],
        [1, 0, far],
        [-far, 0.5, -far, 0],
      ];
      return agrees(answer, right, alone(...calls), fine);
    });
  });

  criterion('Logits très négatifs', 0.25, () => {
    it('ne divise pas zéro par zéro', () => {
      const calls = several(6, () => shifted(quarters(), -random.int(1000, 100_000)));
      return agrees(answer, right, alone(...calls), fine);
    });
  });

  criterion('Décalage', 0.25, () => {
    it('donne les mêmes probabilités quand on ajoute la même constante à tous les logits', async () => {
      const cases = several(8, () => ({ z: quarters(), by: random.int(-300, 300) }));
      for (const { z, by } of cases) {
        assertSame(await answer(shifted(z, by)), right(z), { tolerance: fine });
      }
    });
  });

  criterion('Entrée intacte', 0.25, () => {
    it('rend z comme il était', () => {
      const one: [number[]] = [[random.int(2, 9)]]; // its answer is 1, whatever else goes wrong
      return leavesInputs(answer, right, [one, ...alone(logits(), quarters(), [3, 9, 1])]);
    });
  });

  criterion('Vecteur vide', 0.25, () => {
    it('lève une erreur quand il n’y a aucun logit', () =>
      refuses(answer, right, { accepted: alone(logits(), [1]), refused: [[[]]] }));
  });
}
