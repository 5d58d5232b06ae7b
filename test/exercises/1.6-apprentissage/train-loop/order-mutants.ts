/** Wrong trainLoops that see the examples in another order than the one drawn. */
import type { AnyFunction } from '../../answer';
import { inBatches, loop } from './parts';
import { createShuffler } from './types';

const shufflers = new Map<number, (n: number) => number[]>();

const numbersTo = (n: number): number[] => Array.from({ length: n }, (_, i) => i);

export const orderMutants: Record<string, AnyFunction> = {
  'draws with the seed 1, whatever the seed is': loop({
    orders: (n) => {
      const shuffle = createShuffler(1);
      return () => shuffle(n);
    },
  }),
  'draws each epoch with the seed after': loop({
    orders: (n, { seed }) => {
      let epoch = 0;
      return () => createShuffler(seed + epoch++)(n);
    },
  }),
  'shuffles the order of the epoch before': loop({
    orders: (n, { seed }) => {
      const shuffle = createShuffler(seed);
      let order = numbersTo(n);
      return () => (order = shuffle(n).map((i) => order[i]!));
    },
  }),
  'does not shuffle the first epoch': loop({
    orders: (n, { seed }) => {
      const shuffle = createShuffler(seed);
      let order: number[] | null = null;
      return () => (order = order === null ? numbersTo(n) : shuffle(n));
    },
  }),
  'reads the order backwards': loop({
    orders: (n, { seed }) => {
      const shuffle = createShuffler(seed);
      return () => shuffle(n).reverse();
    },
  }),
  'draws with replacement': loop({
    orders: (n, { seed }) => {
      const shuffle = createShuffler(seed);
      return () => numbersTo(n).map(() => shuffle(n)[0]!);
    },
  }),
  'goes on with the shuffler of the call before': loop({
    orders: (n, { seed }) => {
      if (!shufflers.has(seed)) shufflers.set(seed, createShuffler(seed));
      return () => shufflers.get(seed)!(n);
    },
  }),
  'draws at random': loop({
    orders: (n) => () => numbersTo(n).sort(() => Math.random() - 0.5),
  }),
  'shuffles the batches, not the examples': loop({
    orders: (n, { seed, batchSize }) => {
      const shuffle = createShuffler(seed);
      const made = inBatches(numbersTo(n), batchSize);
      return () => shuffle(made.length).flatMap((b) => made[b]!);
    },
  }),
};
