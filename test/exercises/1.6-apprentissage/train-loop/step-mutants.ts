/** Wrong trainLoops that take other batches, or other steps. */
import type { AnyFunction } from '../../answer';
import type { Vector } from '../parts';
import { added, inBatches, loop, scaled, told } from './parts';
import type { Examples, LoopOptions, Model } from './types';

export const batchMutants: Record<string, AnyFunction> = {
  'fills the last batch up with the first examples': loop({
    batches: (order, size) =>
      inBatches(order, size).map((batch) => [...batch, ...order.slice(0, size - batch.length)]),
  }),
  'puts what is left into the batch before': loop({
    batches: (order, size) => {
      const made = inBatches(order, size);
      if (made.length < 2 || made.at(-1)!.length === size) return made;
      return [...made.slice(0, -2), made.slice(-2).flat()];
    },
  }),
  'leaves out a last batch of one': loop({
    batches: (order, size) =>
      inBatches(order, size).filter(({ length }, b) => b === 0 || length > 1),
  }),
  'lets batches overlap by one': loop({
    batches: (order, size) =>
      inBatches(order, size).map((batch, b) =>
        b === 0 ? batch : [order[b * size - 1]!, ...batch],
      ),
  }),
  'takes the first batch only': loop({ batches: (order, size) => [order.slice(0, size)] }),
  'takes batchSize for the number of batches': loop({
    batches: (order, size) => inBatches(order, Math.ceil(order.length / size)),
  }),
};

export const stepMutants: Record<string, AnyFunction> = {
  'starts from zeros': loop({ start: (weights) => weights.map(() => 0) }),
  'starts from its last weights again at each epoch': loop({ asked: (now) => [...now].reverse() }),
  'corrects the first weight only': loop({
    mean: (gradients) => scaled(added(gradients), 1 / gradients.length).map((g, k) => (k ? 0 : g)),
  }),
  'follows the first example of the batch': loop({ mean: ([gradient]) => gradient! }),
  'follows the last example of the batch': loop({ mean: (gradients) => gradients.at(-1)! }),
  'has momentum': loop({
    mean: (gradients, _, earlier) =>
      scaled(added([...gradients, ...earlier.slice(-1)]), 1 / gradients.length),
  }),
  'has a rate that decays': loop({
    step: (weight, slope, { learningRate }, epoch) => weight - (learningRate * slope) / (epoch + 1),
  }),
  'follows the sign alone': loop({
    step: (weight, slope, { learningRate }) => weight - learningRate * Math.sign(slope),
  }),
  'clips the gradient to ±1': loop({
    step: (weight, slope, { learningRate }) =>
      weight - learningRate * Math.max(-1, Math.min(1, slope)),
  }),
  'lets the weights decay': loop({
    step: (weight, slope, { learningRate }) => 0.999 * weight - learningRate * slope,
  }),
  'multiplies by the rate': loop({
    step: (weight, slope, { learningRate }) => weight * (1 - learningRate * slope),
  }),
  'rounds the weights to three decimals': told((result) => ({
    ...result,
    weights: result.weights.map((weight) => Number(weight.toFixed(3))),
  })),
  'stops after three epochs': loop({ epochs: ({ epochs }) => Math.min(3, epochs) }),
  'takes the steps of all batches from the weights of the epoch': async (
    model: Model,
    data: Examples,
    options: LoopOptions,
  ) => {
    const known = new Map<string, Vector>();
    const n = data.labels.length;
    let count = 0;
    return loop({
      asked: (now) => {
        const epoch = String(Math.floor(count++ / n));
        if (!known.has(epoch)) known.set(epoch, [...now]);
        return known.get(epoch)!;
      },
    })(model, data, options);
  },
};
