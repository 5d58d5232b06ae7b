/** Right functions whose wrong variants change one part. The reference answers do not use them. */
import * as tf from '@convolab/lib/tf';

export interface TuneOptions {
  blocks: number;
  steps: number;
  rate: number;
}

export const blockOf = (name: string): string | undefined => /^([^_]*)_/.exec(name)?.[1];
export const isNorm = (name: string): boolean => name.endsWith('_bn');

export function blocksOf(names: string[]): string[] {
  return [...new Set(names.map(blockOf))].filter((block) => block !== undefined);
}

export function refuseBlocks(names: string[], blocks: number): void {
  if (!Number.isInteger(blocks) || blocks < 0 || blocks > blocksOf(names).length) {
    throw new RangeError('blocks');
  }
}

interface Pieces {
  refuse: typeof refuseBlocks;
  /** Of all blocks, those that learn. */
  last: (all: string[], blocks: number) => string[];
  norms: boolean;
  head: boolean;
}

const right: Pieces = {
  refuse: refuseBlocks,
  last: (all, blocks) => all.filter((_, i) => i >= all.length - blocks),
  norms: false,
  head: true,
};

/** The names of what learns, with these pieces. */
export const naming =
  (wrong: Partial<Pieces> = {}) =>
  (names: string[], blocks: number): string[] => {
    const { refuse, last, norms, head } = { ...right, ...wrong };
    refuse(names, blocks);
    const chosen = new Set<string | undefined>(last(blocksOf(names), blocks));
    return names.filter((name, i) =>
      i === names.length - 1 ? head : chosen.has(blockOf(name)) && (norms || !isNorm(name)),
    );
  };

export const namesOf = (model: tf.LayersModel): string[] => model.layers.map(({ name }) => name);

/** Sets the flags after `names`; `others` says what becomes of those that are not named. */
export const unfreezing =
  (
    names: (names: string[], blocks: number) => string[] = naming(),
    others: (layer: tf.Layer) => boolean = () => false,
  ) =>
  (model: tf.LayersModel, blocks: number): tf.LayersModel => {
    const learning = new Set(names(namesOf(model), blocks));
    for (const layer of model.layers) {
      layer.trainable = learning.has(layer.name) ? true : others(layer);
    }
    return model;
  }; // prettier-ignore

export const weightsByLayer = (model: tf.LayersModel): Record<string, number[][]> =>
  Object.fromEntries(
    model.layers
      .map(({ name }, i) => [name, model.layers[i]!.getWeights().map((w) => [...w.dataSync()])] as const)
      .filter(([, lists]) => lists.length > 0),
  ); // prettier-ignore

type Call = (inputs: unknown, options: { training?: boolean }) => unknown;

/** Has layers compute as `training` says, whatever tfjs asks. */
export function always(layer: tf.Layer, training: boolean): void {
  const own = layer as unknown as { call: Call };
  const call = own.call.bind(layer);
  own.call = (inputs, options) => call(inputs, { ...options, training });
}

interface TuneParts {
  unfreeze?: (model: tf.LayersModel, blocks: number) => unknown;
  /** Which normalisations stay in inference. */
  infers?: (layer: tf.Layer) => boolean;
  order?: 'freeze first' | 'compile first';
  steps?: (steps: number) => number;
  rate?: (rate: number, rows: number) => number;
  batchSize?: (rows: number) => number;
  optimizer?: (rate: number) => tf.Optimizer;
  answer?: (model: tf.LayersModel, before: Record<string, number[][]>) => unknown;
}

const isNormLayer = (layer: tf.Layer): boolean => layer.getClassName() === 'BatchNormalization';

/** Fine-tuning through tfjs's `fit`, with these parts. */
export const tuning =
  (parts: TuneParts = {}) =>
  async (
    model: tf.LayersModel,
    images: number[][][][],
    labels: number[][],
    { blocks, steps, rate }: TuneOptions,
  ): Promise<unknown> => {
    const { unfreeze = unfreezing(), infers = isNormLayer, order = 'freeze first' } = parts;
    const { optimizer = (step: number) => tf.train.sgd(step), rate: rateOf = (given) => given } = parts;
    const { batchSize = (rows) => rows, steps: count = (given) => given } = parts;
    const { answer = weightsByLayer } = parts;
    const before = weightsByLayer(model);
    refuseBlocks(namesOf(model), blocks);
    const compile = (): void =>
      model.compile({ optimizer: optimizer(rateOf(rate, images.length)), loss: 'categoricalCrossentropy' });
    if (order === 'compile first') compile();
    unfreeze(model, blocks);
    model.layers.filter((layer) => isNormLayer(layer) && infers(layer)).forEach((layer) => always(layer, false));
    if (order === 'freeze first') compile();
    const settings = { epochs: count(steps), batchSize: batchSize(images.length), shuffle: false, verbose: 0 } as const;
    const { warn } = console;
    console.warn = () => undefined; // tfjs says where compile came too early
    try {
      await model.fit(tf.tensor4d(images), tf.tensor2d(labels), settings);
    } finally {
      console.warn = warn;
    }
    return answer(model, before);
  }; // prettier-ignore
