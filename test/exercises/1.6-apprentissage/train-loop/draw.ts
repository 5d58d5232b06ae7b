/** What the hidden specs of trainLoop draw. */
import type { SeededRandom } from '@convolab/grader/spec';
import { several } from '../../draw';
import type { Vector } from '../parts';
import type { Examples, LoopOptions } from './types';

/** A call as it crosses: the model by the name of its fixture. */
export type Call = [
  model: { fixture: string; args: unknown[] },
  data: Examples,
  options: LoopOptions,
];

const seedOf = (random: SeededRandom): number => random.int(1, 1_000_000);

/** Steps that are small enough for the loss not to blow up. */
const rateOf = (random: SeededRandom): number => random.real(0.05, 0.2);

/** Numbers from -1 to 1 without those near 0: each example moves the weights. */
const numbers = (random: SeededRandom, length: number): Vector =>
  several(length, () => random.pick([-1, 1]) * random.real(0.2, 1));

/** How many examples, and a size of batches that divides them. */
export function evenSizes(random: SeededRandom): [examples: number, batchSize: number] {
  const size = random.int(2, 4);
  return [size * random.int(2, 3), size];
}

/** How many examples, and a size of batches that leaves some over. */
export function oddSizes(random: SeededRandom): [examples: number, batchSize: number] {
  const size = random.int(2, 4);
  return [size * random.int(1, 3) + random.int(1, size - 1), size];
}

/** A linear model on `n` examples that all differ. */
export function linear(random: SeededRandom, n: number, options: Partial<LoopOptions> = {}): Call {
  const width = random.int(1, 3);
  return [
    { fixture: 'linearModel', args: [numbers(random, width)] },
    { inputs: several(n, () => numbers(random, width)), labels: numbers(random, n) },
    {
      epochs: random.int(2, 4),
      batchSize: random.int(2, n),
      learningRate: rateOf(random),
      seed: seedOf(random),
      ...options,
    },
  ];
}

/** `n` times the same example: the order does not matter, the sizes of the batches do. */
export function alike(random: SeededRandom, n: number, options: Partial<LoopOptions>): Call {
  const [model, { inputs, labels }, rest] = linear(random, n, options);
  const data = { inputs: inputs.map(() => [...inputs[0]!]), labels: labels.map(() => labels[0]!) };
  return [model, data, rest];
}

/** Each example moves a weight of its own, up from 0. */
export function ownWeights(random: SeededRandom, n: number, batchSize: number): Call {
  const inputs = several(n, () => 0).map((_, i, all) => all.map((zero, k) => (k === i ? 1 : zero)));
  const options = { epochs: 1, batchSize, learningRate: rateOf(random), seed: seedOf(random) };
  return [
    { fixture: 'linearModel', args: [several(n, () => 0)] },
    { inputs, labels: several(n, () => random.real(1, 2)) },
    options,
  ];
}

/** The diary of `n` digits, at most nine: what it writes is the order. */
export function diary(random: SeededRandom, n: number, options: Partial<LoopOptions> = {}): Call {
  const left = [1, 2, 3, 4, 5, 6, 7, 8, 9];
  const digits = several(n, () => left.splice(random.int(0, left.length - 1), 1)[0]!);
  const data = {
    inputs: digits.map((digit) => [digit]),
    labels: digits.map((digit) => 10 - digit),
  };
  const usual = { epochs: 2, batchSize: 1, learningRate: 1, seed: seedOf(random) };
  return [{ fixture: 'diaryModel', args: [] }, data, { ...usual, ...options }];
}
