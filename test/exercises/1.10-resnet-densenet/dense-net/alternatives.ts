/** Right answers written otherwise than the reference. */
import * as tf from '@convolab/lib/tf';
import type { Answer } from '../../answer';
import { chain, put, type X } from '../put';
import { blockWith, networkWith, transitionWith } from './parts';

const { layers } = tf;

export const alternatives: Record<string, Answer> = {
  'from parts, block by block': {
    denseBlock: blockWith(),
    transition: transitionWith(),
    denseNet: networkWith(),
  },
  'a list of all maps, concatenated anew for each layer': {
    denseBlock: (x: X, count: number, growth: number) => {
      const maps = [x];
      const joined = () => (maps.length === 1 ? x : put(layers.concatenate({ axis: -1 }), maps));
      for (let layer = 0; layer < count; layer++) {
        const relu = () => layers.activation({ activation: 'relu' });
        maps.push(chain(
          joined(),
          layers.batchNormalization(), relu(),
          layers.conv2d({ filters: 4 * growth, kernelSize: [1, 1], padding: 'same', useBias: false }),
          layers.batchNormalization(), relu(), layers.zeroPadding2d({ padding: 1 }),
          layers.conv2d({ filters: growth, kernelSize: 3, useBias: false }),
        ));
      }
      return joined();
    },
    transition: (x: X) => chain(
      x, layers.batchNormalization(), layers.activation({ activation: 'relu' }),
      layers.conv2d({ filters: Math.floor(0.5 * x.shape.at(-1)!), kernelSize: 1, strides: 1, useBias: false }),
      layers.averagePooling2d({ poolSize: [2, 2], strides: [2, 2] }),
    ),
  },
  'recursive': {
    denseBlock: function grow(x: X, count: number, growth: number): X {
      return count === 0 ? x : grow(blockWith()(x, 1, growth), count - 1, growth);
    },
  },
}; // prettier-ignore
