/** Right answers written otherwise than the reference; they stand alone, as students would write them. */
import type { AnyFunction } from '../../answer';
import { createShuffler, type Examples, type LoopOptions, type Model, type Trained } from './types';

export const alternatives: Record<string, AnyFunction> = {
  async 'asks for a whole batch at once'(
    model: Model,
    { inputs, labels }: Examples,
    { epochs, batchSize: size, learningRate, seed }: LoopOptions,
  ): Promise<Trained> {
    if (!labels.length || labels.length !== inputs.length) throw new Error('data');
    if (!(size >= 1) || size % 1 !== 0) throw new Error('batchSize');
    let weights = model.weights.slice();
    const shuffle = createShuffler(seed);
    const losses: number[] = [];
    const perEpoch = Math.ceil(inputs.length / size);
    for (let epoch = 1; epoch <= epochs; epoch++) {
      const order = shuffle(inputs.length);
      let loss = 0;
      for (let b = 0; b < perEpoch; b++) {
        const places = order.slice(b * size, b * size + size);
        const asked = places.map((i) => model.lossAndGradient(weights, inputs[i]!, labels[i]!));
        const answers = await Promise.all(asked);
        loss += answers.reduce((total, answer) => total + answer.loss / inputs.length, 0);
        weights = weights.map((w, k) => {
          const slope = answers.reduce((total, { gradient }) => total + gradient[k]!, 0);
          return w - learningRate * (slope / answers.length);
        });
      }
      losses.push(loss);
    }
    return { weights, losses, steps: epochs * perEpoch };
  },

  async 'one flat loop that takes from a queue, the mean made on the way'(
    model: Model,
    data: Examples,
    options: LoopOptions,
  ): Promise<Trained> {
    const n = data.inputs.length;
    if (n < 1 || data.labels.length !== n) throw new TypeError('data');
    if (options.batchSize < 1 || !Number.isInteger(options.batchSize)) throw new TypeError('size');
    const shuffle = createShuffler(options.seed);
    const result: Trained = { weights: Array.from(model.weights), losses: [], steps: 0 };
    let queue: number[] = [];
    while (result.losses.length < options.epochs || queue.length > 0) {
      if (queue.length === 0) {
        queue = shuffle(n);
        result.losses.push(0);
      }
      const mean = new Float64Array(result.weights.length);
      let seen = 0;
      for (const i of queue.splice(0, options.batchSize)) {
        const answer = await model.lossAndGradient(
          result.weights,
          data.inputs[i]!,
          data.labels[i]!,
        );
        seen += 1;
        mean.forEach((m, k) => (mean[k] = m + (answer.gradient[k]! - m) / seen));
        result.losses[result.losses.length - 1]! += answer.loss / n;
      }
      mean.forEach((m, k) => (result.weights[k]! -= options.learningRate * m));
      result.steps++;
    }
    return result;
  },

  'promises without await, epoch after epoch'(
    model: Model,
    data: Examples,
    { epochs, batchSize, learningRate, seed }: LoopOptions,
  ): Promise<Trained> {
    const n = data.labels.length;
    if (n === 0 || n !== data.inputs.length) throw new RangeError('data');
    if (!Number.isSafeInteger(batchSize) || batchSize <= 0) throw new RangeError('batchSize');
    const shuffle = createShuffler(seed);
    const orders = Array.from({ length: epochs }, () => shuffle(n));
    const starts = [...Array(n).keys()].filter((i) => i % batchSize === 0);
    const batches = orders.flatMap((order, epoch) =>
      starts.map((start) => ({ epoch, batch: order.slice(start, start + batchSize) })),
    );
    const losses = orders.map(() => 0);
    const trained = batches.reduce<Promise<readonly number[]>>(
      (before, { epoch, batch }) =>
        before.then((weights) =>
          Promise.all(
            batch.map((i) => model.lossAndGradient(weights, data.inputs[i]!, data.labels[i]!)),
          ).then((answers) => {
            for (const { loss } of answers) losses[epoch]! += loss / n;
            const rate = learningRate / batch.length;
            return answers.reduce<readonly number[]>(
              (moved, { gradient }) => moved.map((w, k) => w - rate * gradient[k]!),
              weights,
            );
          }),
        ),
      Promise.resolve(model.weights),
    );
    return trained.then((weights) => ({ weights: [...weights], losses, steps: batches.length }));
  },
};
