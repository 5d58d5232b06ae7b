/** What the hidden specs of chooseScenario draw. */
import type { SeededRandom } from '@convolab/grader/spec';
import { several } from '../../draw';
import {
  emptyMatrix,
  likenesses,
  sizes,
  type Cell,
  type Cells,
  type Likeness,
  type Matrix,
  type Measure,
  type Size,
} from './types';

const names = ['de zéro', 'extracteur fixe', 'dernières couches', 'tout affiner', 'au hasard'];

export function shuffled<T>(random: SeededRandom, values: readonly T[]): T[] {
  const left = [...values];
  return several(values.length, () => left.splice(random.int(0, left.length - 1), 1)[0]!);
}

const decimals = (value: number, digits: number): number => Number(value.toFixed(digits));

/** Measures of one strategy in one situation; seeds are not counted from 1 and have no order. */
export function trials(
  random: SeededRandom,
  [size, likeness, strategy]: readonly [Size, Likeness, string],
  count: number,
): Measure[] {
  const first = random.int(0, 90);
  const seeds = shuffled(random, several(count, () => 0).map((_, i) => first + 3 * i)); // prettier-ignore
  return seeds.map((seed) => ({
    ...{ size, likeness, strategy, seed },
    accuracy: decimals(random.real(0.2, 0.99), 3),
    seconds: decimals(random.real(0.1, 20), 2),
  }));
}

/** Measures of some strategies in some of the situations, in any order. */
export function measures(
  random: SeededRandom,
  counts: readonly [number, number] = [2, 6],
): Measure[] {
  const all = sizes.flatMap((size) =>
    likenesses.flatMap((likeness) =>
      shuffled(random, names)
        .slice(0, random.int(0, 3))
        .flatMap((name) => trials(random, [size, likeness, name], random.int(...counts))),
    ),
  );
  // Never nothing, and never the same on both sides of the diagonal.
  const more = trials(random, ['large', 'similar', 'le reste'], random.int(...counts));
  return shuffled(random, [...all, ...more]);
}

/** The same, some of them without a result. */
export function interrupted(random: SeededRandom): Measure[] {
  const all = measures(random, [3, 6]);
  const stopped = all.map((one) =>
    random.int(0, 3) === 0 ? { ...one, accuracy: null, seconds: one.seconds * 9 } : one,
  );
  stopped[0] = { ...stopped[0]!, accuracy: null, seconds: 99 };
  return stopped;
}

/** How the strategies of a situation stand: one clearly in front, or several that touch. */
export type Standing = 'clear' | 'tied' | 'same cost';

/** Strategies of a situation, in any order; means differ by at least 0.01. */
export function cells(random: SeededRandom, standing: Standing): Cells {
  const order = shuffled(random, names);
  const top = random.real(0.8, 0.95);
  const cellOf = (i: number): Cell => {
    const mean = decimals(top - i * 0.04 - random.real(0, 0.02), 4);
    // Tied: the next two are reached from both sides, by neither mean alone.
    const half = decimals(standing === 'clear' ? random.real(0.001, 0.008) : random.real(0.03, 0.036), 4); // prettier-ignore
    const seconds = standing === 'same cost' && i < 3 ? 4 : decimals(random.real(1, 20), 2);
    return { count: random.int(2, 10), mean, half, seconds };
  };
  return Object.fromEntries(
    shuffled(
      random,
      order.map((name, i) => [name, cellOf(i)] as const),
    ),
  );
}

export function matrix(random: SeededRandom, standing: Standing): Matrix {
  const drawn = emptyMatrix();
  for (const size of sizes) {
    for (const likeness of likenesses) drawn[size][likeness] = cells(random, standing);
  }
  return drawn;
}
