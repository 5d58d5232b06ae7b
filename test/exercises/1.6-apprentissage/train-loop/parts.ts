/** A right trainLoop whose wrong variants change one piece. The reference answer does not use it. */
import { sum, type Vector } from '../parts';
import { createShuffler, type Examples, type LoopOptions, type Model, type Trained } from './types';

export type TrainLoop = (model: Model, data: Examples, options: LoopOptions) => Promise<Trained>;

export interface Pieces {
  refuse: (data: Examples, options: LoopOptions) => void;
  start: (weights: Vector) => Vector;
  epochs: (options: LoopOptions) => number;
  /** What gives the order of each epoch, in turn. */
  orders: (n: number, options: LoopOptions) => () => number[];
  batches: (order: number[], batchSize: number) => number[][];
  /** The number of the label that goes with an input, from the input's number and its place in the epoch. */
  labelAt: (input: number, place: number) => number;
  /** The weights that the model is asked about, out of the present ones and the first ones. */
  asked: (now: Vector, first: Vector) => Vector;
  /** The mean gradient, out of the gradients of a batch; `earlier` are those of the batches before. */
  mean: (gradients: Vector[], batchSize: number, earlier: Vector[]) => Vector;
  /** A weight after the step. */
  step: (weight: number, slope: number, options: LoopOptions, epoch: number) => number;
  /** The loss of an epoch on `n` examples, out of the losses of each batch; `again` asks for all anew. */
  lossOf: (batches: Vector[], n: number, again: () => Promise<Vector>) => number | Promise<number>;
}

export function refuseExamples({ inputs, labels }: Examples): void {
  if (inputs.length === 0 || inputs.length !== labels.length) throw new RangeError('examples');
}

export function refuseBatchSize({ batchSize }: LoopOptions): void {
  if (!Number.isInteger(batchSize) || batchSize < 1) throw new RangeError('batchSize');
}

/** Lists of `size`, the last of what is left. Ends whatever the size is. */
export const inBatches = (order: number[], size: number): number[][] => {
  const most = size >= 1 ? Math.ceil(order.length / size) : 0;
  return Array.from({ length: most }, (_, b) => order.slice(b * size, (b + 1) * size));
};

/** The sums of the coordinates. */
export const added = (vectors: Vector[]): Vector =>
  vectors[0]!.map((_, k) => sum(vectors.map((vector) => vector[k]!)));

export const scaled = (vector: Vector, by: number): Vector => vector.map((value) => value * by);

const rightPieces: Pieces = {
  refuse: (data, options) => {
    refuseExamples(data);
    refuseBatchSize(options);
  },
  start: (weights) => [...weights],
  epochs: ({ epochs }) => epochs,
  orders: (n, { seed }) => {
    const shuffle = createShuffler(seed);
    return () => shuffle(n);
  },
  batches: inBatches,
  labelAt: (input) => input,
  asked: (now) => now,
  mean: (gradients) => scaled(added(gradients), 1 / gradients.length),
  step: (weight, slope, { learningRate }) => weight - learningRate * slope,
  lossOf: (batches, n) => sum(batches.flat()) / n,
};

/** The right loop with some pieces replaced. */
export const loop =
  (changes: Partial<Pieces> = {}): TrainLoop =>
  async (model, data, options) => {
    const pieces = { ...rightPieces, ...changes };
    pieces.refuse(data, options);
    const first = pieces.start([...model.weights]);
    let weights = [...first];
    const nextOrder = pieces.orders(data.inputs.length, options);
    const ask = (input: number, label: number): ReturnType<Model['lossAndGradient']> =>
      model.lossAndGradient(pieces.asked(weights, first), data.inputs[input]!, data.labels[label]!);
    const earlier: Vector[] = [];
    const result: Trained = { weights, losses: [], steps: 0 };
    for (let epoch = 0; epoch < pieces.epochs(options); epoch++) {
      const order = nextOrder();
      const losses: Vector[] = [];
      let place = 0;
      for (const batch of pieces.batches(order, options.batchSize)) {
        const answers = await Promise.all(batch.map((i) => ask(i, pieces.labelAt(i, place++))));
        const gradients = answers.map(({ gradient }) => gradient);
        const mean = pieces.mean(gradients, options.batchSize, earlier);
        weights = weights.map((weight, k) => pieces.step(weight, mean[k]!, options, epoch));
        losses.push(answers.map(({ loss }) => loss));
        earlier.push(...gradients);
        result.steps += 1;
      }
      const again = async (): Promise<Vector> =>
        (await Promise.all(order.map((i) => ask(i, i)))).map(({ loss }) => loss);
      result.losses.push(await pieces.lossOf(losses, order.length, again));
    }
    return { ...result, weights };
  };

export const right = loop();

/** A loop whose result is told otherwise. */
export const told =
  (tell: (result: Trained, data: Examples, options: LoopOptions) => unknown) =>
  async (model: Model, data: Examples, options: LoopOptions): Promise<unknown> =>
    tell(await right(model, data, options), data, options);
