import { criterion, type SeededRandom } from '@convolab/grader/spec';
import type { AnyFunction } from '../answer';
import { agrees } from '../claims';
import { several } from '../draw';

/** A size asked for as a number, or as a type. */
export interface SizeAnswers {
  answer: (...args: unknown[]) => Promise<unknown>;
  right: AnyFunction;
  tensorFlow: AnyFunction;
  /** An input and a filter that fits it. */
  draw: () => [number, number];
  /** Sizes that real networks have, within what the answer can count to. */
  real: number[][];
  /** How many draws are tried, of those a function answers at once: the compiler takes its time. */
  share: number;
  random: SeededRandom;
}

/** 1.5 points: what `outputSize` and `ConvOut` must both know. */
export function sizeCriteria(asked: SizeAnswers): void {
  const { answer, right, tensorFlow, draw, real, share, random } = asked;
  const agree = (count: number, args: () => unknown[], oracle = right) =>
    agrees(answer, oracle, several(Math.round(share * count), args));

  criterion('Pas de 1', 0.5, () => {
    it('compte les places d’un filtre', () => agree(12, draw));
    it('donne 1 quand le filtre est grand comme l’entrée', () => {
      const size = random.int(2, 9);
      return agrees(answer, right, [
        [size, size],
        [1, 1],
      ]);
    });
    it('accepte les tailles des vrais réseaux', () => agrees(answer, right, real));
  });

  criterion('Arrondi vers le bas', 0.5, () => {
    it('ne compte pas une fenêtre qui dépasse', () =>
      agree(24, () => [...draw(), random.int(2, 7)]));
    it('donne les mêmes tailles que TensorFlow.js', () =>
      agree(8, () => [...draw(), random.int(2, 5)], tensorFlow));
    it('accepte un pas plus grand que l’entrée', () => {
      const [n, f] = draw();
      return agrees(answer, right, [[n, f, n + random.int(1, 5)]]);
    });
  });

  criterion('Remplissage', 0.5, () => {
    it('compte les zéros des deux côtés', () => agree(12, () => [...draw(), 1, random.int(1, 5)]));
    it('remplit d’abord, avance ensuite', () =>
      agree(16, () => [...draw(), random.int(2, 5), random.int(1, 5)]));
    it('donne les mêmes tailles que TensorFlow.js', () =>
      agree(8, () => [...draw(), random.int(1, 4), random.int(1, 4)], tensorFlow));
    it('accepte un filtre plus grand que l’entrée quand les zéros suffisent', () =>
      agrees(answer, right, [
        [3, 5, 1, 1],
        [2, 7, 2, 3],
        [1, 11, 4, 5],
      ]));
  });
}
