/** Right answers written otherwise than the reference. */
import * as tf from '@convolab/lib/tf';
import type { Answer } from '../../answer';
import { naming, namesOf, tuning, unfreezing, weightsByLayer, type TuneOptions } from './parts';

export const alternatives: Record<string, Answer> = {
  'from parts': {
    unfrozenNames: naming(),
    unfreezeLast: unfreezing(),
    fineTune: tuning(),
  },
  'backwards; a loop of its own, without fit': {
    unfrozenNames: (names: string[], blocks: number) => {
      if (!(blocks >= 0) || blocks % 1 !== 0) throw new Error('blocks');
      const kept = [names[names.length - 1]!];
      let [seen, left] = ['', blocks];
      for (let i = names.length - 2; i >= 0; i--) {
        const cut = names[i]!.indexOf('_');
        if (cut === -1) continue;
        const block = names[i]!.slice(0, cut);
        if (block !== seen && left-- === 0) return kept;
        seen = block;
        if (names[i]!.slice(-3) !== '_bn') kept.unshift(names[i]!);
      }
      if (left > 0) throw new Error('blocks');
      return kept;
    },
    fineTune: (model: tf.LayersModel, images: number[][][][], labels: number[][], options: TuneOptions) => {
      const learning = naming()(namesOf(model), options.blocks);
      unfreezing()(model, options.blocks);
      const variables = model.layers
        .filter(({ name }) => learning.includes(name))
        .flatMap((layer) => layer.getWeights() as tf.Variable[]);
      const [x, y] = [tf.tensor(images), tf.tensor(labels)];
      const loss = (): tf.Scalar =>
        tf.metrics.categoricalCrossentropy(y, model.apply(x, { training: false }) as tf.Tensor).mean();
      const optimizer = tf.train.sgd(options.rate);
      for (let step = 0; step < options.steps; step++) optimizer.minimize(loss, false, variables);
      return weightsByLayer(model);
    },
  },
}; // prettier-ignore
