/** Wrong answers beyond the known mistakes: subtle ones, dishonest ones. */
import * as tf from '@convolab/lib/tf';
import type { Answer } from '../../answer';
import { cases } from './cases';
import {
  always,
  blocksOf,
  namesOf,
  naming,
  refuseBlocks,
  tuning,
  unfreezing,
  weightsByLayer,
} from './parts';
import type { TuneOptions } from './parts';

const all = (answer: () => unknown): Answer => ({
  unfrozenNames: answer,
  unfreezeLast: answer,
  fineTune: answer,
});

const tune =
  (change: (model: tf.LayersModel) => void, options = {}) =>
  (model: tf.LayersModel, images: number[][][][], labels: number[][], given: TuneOptions) => {
    change(model);
    return tuning(options)(model, images, labels, given);
  };

const names: Record<string, Answer> = {
  'sorts the blocks by name': naming({
    last: (found, blocks) => [...found].sort().slice(found.length - blocks),
  }),
  'takes one block more': naming({
    last: (found, blocks) => found.slice(Math.max(0, found.length - blocks - 1)),
  }),
  'takes every block': naming({ last: (found) => found }),
  'takes no block': naming({ last: () => [] }),
  'takes the last block only': naming({
    last: (found, blocks) => (blocks === 0 ? [] : found.slice(-1)),
  }),
  'takes the block that has this number': naming({
    last: (found, blocks) => found.filter((_, i) => found.length - i === blocks),
  }),
  'counts blocks by the digit in their names': (list: string[], blocks: number) => {
    refuseBlocks(list, blocks);
    const first = blocksOf(list).length - blocks;
    return list.filter(
      (name, i) =>
        i === list.length - 1 ||
        (Number(/^block(\d)_/.exec(name)?.[1] ?? 0) > first && !name.endsWith('_bn')),
    );
  },
  'takes any layer with bn in its name for a normalisation': (list: string[], blocks: number) =>
    naming({ norms: true })(list, blocks).filter((name) => !name.includes('bn')),
  'takes all that stands behind the first block that learns': (list: string[], blocks: number) => {
    const kept = naming()(list, blocks);
    return list.slice(list.indexOf(kept[0]!)).filter((name) => !name.endsWith('_bn'));
  },
  'puts the head first': (list: string[], blocks: number) => {
    const kept = naming()(list, blocks);
    return [kept.pop()!, ...kept];
  },
  'gives the blocks': (list: string[], blocks: number) => {
    refuseBlocks(list, blocks);
    return blocksOf(list).slice(blocksOf(list).length - blocks);
  },
  'gives their places': (list: string[], blocks: number) =>
    naming()(list, blocks).map((name) => list.indexOf(name)),
  'takes any number of blocks': naming({ refuse: () => undefined }),
  'takes halves': naming({
    refuse: (list, blocks) => {
      if (!(blocks >= 0 && blocks <= blocksOf(list).length)) throw new RangeError('blocks');
    },
  }),
  'takes fewer than none': naming({
    refuse: (list, blocks) => {
      if (!(Number.isInteger(blocks) && blocks <= blocksOf(list).length))
        throw new RangeError('blocks');
    },
  }),
  'takes names away from the list': (list: string[], blocks: number) => {
    const kept = naming()(list, blocks);
    list.pop();
    return kept;
  },
  'knows the public cases by heart': (list: string[], blocks: number) => {
    refuseBlocks(list, blocks);
    return cases.some(({ args }) => String(args[0]) === String(list)) ? naming()(list, blocks) : [];
  },
};

const flags: Record<string, Answer> = {
  'freezes all': unfreezing(() => []),
  'freezes nothing': unfreezing((list, blocks) => {
    refuseBlocks(list, blocks);
    return list;
  }),
  'freezes the normalisations only': unfreezing((list, blocks) => {
    refuseBlocks(list, blocks);
    return list.filter((name) => !name.endsWith('_bn'));
  }),
  'takes any number of blocks for the flags': unfreezing(naming({ refuse: () => undefined })),
  'says which, instead of giving the model': (model: tf.LayersModel, blocks: number) =>
    naming()(namesOf(model), blocks),
  'gives nothing back': (model: tf.LayersModel, blocks: number) => {
    unfreezing()(model, blocks);
  },
  'freezes the model as a whole': (model: tf.LayersModel, blocks: number) => {
    refuseBlocks(namesOf(model), blocks);
    model.trainable = false;
    return model;
  },
};

const tunings: Record<string, Answer> = {
  'never infers: it trains its normalisations': tune(
    (model) => model.layers.forEach((layer) => always(layer, true)),
    { infers: () => false },
  ),
  'puts the statistics back afterwards': async (
    model: tf.LayersModel,
    images: number[][][][],
    labels: number[][],
    given: TuneOptions,
  ) => {
    const before = weightsByLayer(model);
    const after = (await tuning({ infers: () => false })(model, images, labels, given)) as Record<
      string,
      number[][]
    >;
    for (const name of Object.keys(after)) if (name.endsWith('_bn')) after[name] = before[name]!;
    return after;
  },
  'only trains the head': tuning({ unfreeze: (model) => unfreezing()(model, 0) }),
  'trains everything': tuning({
    unfreeze: (model) =>
      unfreezing((list) => list.filter((name) => !name.endsWith('_bn')))(model, 0),
  }),
  'makes one step': tuning({ steps: () => 1 }),
  'makes a step more': tuning({ steps: (steps) => steps + 1 }),
  'makes a step for each image': tuning({ batchSize: () => 1 }),
  'takes half the rate': tuning({ rate: (rate) => rate / 2 }),
  'sums over the images': tuning({ rate: (rate, rows) => rate * rows }),
  'learns with momentum': tuning({ optimizer: (rate) => tf.train.momentum(rate, 0.9) }),
  'learns with Adam': tuning({ optimizer: (rate) => tf.train.adam(rate) }),
  'gives the weights from before': tuning({ answer: (_, before) => before }),
  'gives the names only': tuning({ answer: (model) => namesOf(model) }),
  'tunes with any number of blocks': (
    model: tf.LayersModel,
    images: number[][][][],
    labels: number[][],
    given: TuneOptions,
  ) => {
    const most = blocksOf(namesOf(model)).length;
    const blocks = Math.min(most, Math.max(0, Math.round(given.blocks) || 0));
    return tuning()(model, images, labels, { ...given, blocks });
  },
  'gives NaN for what moves': tuning({
    answer: (model) =>
      Object.fromEntries(
        Object.entries(weightsByLayer(model)).map(([name, lists]) => [
          name,
          lists.map((list) => list.map(() => NaN)),
        ]),
      ),
  }),
  'changes the images': async (
    model: tf.LayersModel,
    images: number[][][][],
    labels: number[][],
    given: TuneOptions,
  ) => {
    const found = await tuning()(model, images, labels, given);
    images[0]![0]![0]![0]! += 1;
    return found;
  },
};

const named = (name: string, answers: Record<string, Answer>) =>
  Object.fromEntries(
    Object.entries(answers).map(([what, answer]) => [
      `${name}: ${what}`,
      { [name]: answer } as Answer,
    ]),
  );

export const mutants: Record<string, Answer> = {
  ...named('unfrozenNames', names),
  ...named('unfreezeLast', flags),
  ...named('fineTune', tunings),
  'returns nothing': all(() => undefined),
  'throws at everything': all(() => {
    throw new RangeError('no');
  }),
  'is the untouched stub': all(() => {
    throw new Error('unfreezeLast : à compléter.');
  }),
}; // prettier-ignore
