/**
 * Wrong trainLoop answers beyond the known mistakes; those that tell the result otherwise, spoil what
 * they were given or refuse too much or too little stand here.
 *
 * None loops for ever, not even on a batch of 0: they run in the process of the tests.
 */
import type { AnyFunction } from '../../answer';
import { largest, type Vector } from '../parts';
import { cases } from './cases';
import { orderMutants } from './order-mutants';
import { loop, refuseBatchSize, refuseExamples, right, told } from './parts';
import { batchMutants, stepMutants } from './step-mutants';
import type { Examples, LoopOptions, Model, Trained } from './types';

/** Right, then does something to what it was given. */
const then =
  (spoil: (data: Examples, options: LoopOptions) => void) =>
  async (model: Model, data: Examples, options: LoopOptions): Promise<Trained> => {
    const result = await right(model, data, options);
    spoil(data, options);
    return result;
  };

/** Refuses what `check` refuses only, and gives something elsewhere. */
const unchecked = (check: (data: Examples, options: LoopOptions) => void): AnyFunction =>
  loop({ refuse: check });

const results: Record<string, AnyFunction> = {
  'gives the weights alone': told(({ weights }) => weights),
  'gives a text': told((result) => JSON.stringify(result)),
  'gives the loss of the last epoch alone': told((result) => ({
    ...result,
    losses: result.losses.at(-1),
  })),
  'forgets the loss of the last epoch': told((result) => ({
    ...result,
    losses: result.losses.slice(0, -1),
  })),
  'gives a loss of 0 for the first epoch': told((result) => ({
    ...result,
    losses: [0, ...result.losses.slice(1)],
  })),
  'gives the largest loss of each epoch': loop({ lossOf: (all) => largest(all.flat()) }),
  'gives the loss of the last batch': loop({
    lossOf: (all) => all.at(-1)!.reduce((a, b) => a + b) / all.at(-1)!.length,
  }),
  'rounds the number of steps down': told((result, { labels }, { epochs, batchSize }) => ({
    ...result,
    steps: epochs * Math.floor(labels.length / batchSize),
  })),
  'counts examples for steps': told((result, { labels }, { epochs }) => ({
    ...result,
    steps: epochs * labels.length,
  })),
  'counts one step too many': told((result) => ({ ...result, steps: result.steps + 1 })),
  'gives no number of steps': told(({ weights, losses }) => ({ weights, losses })),
  'gives NaN': told((result) => ({
    weights: result.weights.map(() => NaN),
    losses: [NaN],
    steps: NaN,
  })),
  'gives the first weights back': told((result) => ({
    ...result,
    weights: result.weights.map(() => 0),
  })),
  'returns nothing': told(() => undefined),
  'throws at everything': () => {
    throw new RangeError('no');
  },
  'is the untouched stub': () => {
    throw new Error('trainLoop : à compléter.');
  },
  'knows the public cases by heart': told((result, data, options) =>
    cases.some(({ args }) => JSON.stringify(args.slice(1)) === JSON.stringify([data, options]))
      ? result
      : {},
  ),
  'shuffles the data in place': then(({ inputs, labels }) => {
    inputs.reverse();
    labels.reverse();
  }),
  'empties the data': then(({ inputs }) => inputs.splice(0)),
  'counts the epochs down in the options': then((_, options) => {
    options.epochs = 0;
  }),
  'corrects the weights of the model': async (
    model: Model,
    data: Examples,
    options: LoopOptions,
  ) => {
    const weights = model.weights as Vector;
    const result = await right(model, data, options);
    result.weights.forEach((weight, k) => (weights[k] = weight));
    return { ...result, weights };
  },
  'refuses nothing but batches': unchecked((_, options) => refuseBatchSize(options)),
  'refuses nothing but examples': unchecked(refuseExamples),
  'takes no example': unchecked(({ inputs, labels }, options) => {
    if (inputs.length !== labels.length) throw new RangeError('lengths');
    refuseBatchSize(options);
  }),
  'takes labels that are too many': unchecked(({ inputs, labels }, options) => {
    if (inputs.length === 0 || labels.length < inputs.length) throw new RangeError('lengths');
    refuseBatchSize(options);
  }),
  'takes a batch of one and a half': unchecked((data, { batchSize }) => {
    refuseExamples(data);
    if (!(batchSize >= 1)) throw new RangeError('batchSize');
  }),
  'takes a batch of NaN': unchecked((data, { batchSize }) => {
    refuseExamples(data);
    if (batchSize < 1 || batchSize % 1 > 0) throw new RangeError('batchSize');
  }),
  'refuses a batch larger than the data': unchecked((data, options) => {
    refuseExamples(data);
    refuseBatchSize(options);
    if (options.batchSize > data.labels.length) throw new RangeError('batchSize');
  }),
  'refuses a batch that does not divide the data': unchecked((data, options) => {
    refuseExamples(data);
    refuseBatchSize(options);
    if (data.labels.length % options.batchSize > 0) throw new RangeError('batchSize');
  }),
};

export const mutants: Record<string, AnyFunction> = {
  ...orderMutants,
  ...batchMutants,
  ...stepMutants,
  ...results,
};
