/** What the hidden specs of lesson 1.6 draw. */
import type { SeededRandom } from '@convolab/grader/spec';
import { several } from '../draw';
import { softmax, sum, type Vector } from './parts';

/** Logits with decimals, of both signs; none is far from the others. */
export const logits = (random: SeededRandom, classes: number): Vector =>
  several(classes, () => random.real(-3, 3));

/** A distribution without a zero, and without two equal values. */
export const prediction = (random: SeededRandom, classes: number): Vector =>
  softmax(logits(random, classes));

/** A 1 at a place drawn at random, zeros elsewhere. */
export function oneHot(random: SeededRandom, classes: number): Vector {
  const place = random.int(0, classes - 1);
  return several(classes, () => 0).map((zero, i) => (i === place ? 1 : zero));
}

/** A soft label: ten people have looked, and share their votes among the classes, two at least. */
export function votes(random: SeededRandom, classes: number): Vector {
  for (;;) {
    const counts = several(classes, () => 0);
    for (let person = 0; person < 10; person++) counts[random.int(0, classes - 1)]! += 1;
    if (!counts.includes(10)) return counts.map((count) => count / 10);
  }
}

/** The distribution with the places of `at` at 0, the others scaled so that the sum is 1 again. */
export function without(distribution: Vector, at: (i: number) => boolean): Vector {
  const kept = distribution.map((value, i) => (at(i) ? 0 : value));
  const total = sum(kept);
  return kept.map((value) => value / total);
}
