/** Right answers written otherwise than the reference. */
import * as tf from '@convolab/lib/tf';
import type { Answer } from '../../answer';
import { chain, put, type X } from '../put';
import { blockWith, networkWith, parted, positive } from './parts';

const { layers } = tf;

export const alternatives: Record<string, Answer> = {
  'from parts, sum by sum': {
    residual: (input: number[], w1: number[][], w2: number[][]) => {
      const { x, f } = parted(input, w1, w2);
      return positive(x.map((value, i) => value + f[i]!));
    },
    bottleneck: blockWith(),
    resNet: networkWith(),
  },
  'the sum the other way round, activations by name': {
    residual: (x: readonly number[], w1: number[][], w2: number[][]) => {
      const hidden = new Array<number>(w1[0]!.length).fill(0);
      for (const [i, row] of w1.entries()) row.forEach((w, j) => (hidden[j]! += w * x[i]!));
      const out = new Array<number>(w2[0]!.length).fill(0);
      for (const [j, row] of w2.entries()) row.forEach((w, k) => (out[k]! += w * Math.max(hidden[j]!, 0)));
      if (out.length !== x.length) throw new RangeError('sizes');
      return out.map((value, k) => Math.max(value + x[k]!, 0));
    },
    bottleneck: (x: X, filters: number, strides: number) => {
      const relu = () => layers.activation({ activation: 'relu' });
      const norm = () => layers.batchNormalization({ momentum: 0.9 });
      const residue = chain(
        x,
        layers.conv2d({ filters, kernelSize: [1, 1], strides: [strides, strides] }), norm(), relu(),
        layers.zeroPadding2d({ padding: 1 }), layers.conv2d({ filters, kernelSize: 3 }), norm(), relu(),
        layers.conv2d({ filters: filters * 4, kernelSize: 1 }), norm(),
      );
      const same = String(residue.shape) === String(x.shape);
      const beside = same ? x : chain(x, layers.conv2d({ filters: filters * 4, kernelSize: 1, strides }), norm());
      return chain(put(layers.add(), [residue, beside]), relu());
    },
    resNet: networkWith({ end: { activation: 'softmax' }, block: blockWith({ join: (x, f) => put(layers.add(), [f, x]) }) }),
  },
  'the shortcut first, batches made beforehand': {
    bottleneck: (x: X, filters: number, strides: number) => {
      const out = 4 * filters;
      const beside = strides > 1 || x.shape.at(-1) !== out
        ? chain(x, layers.conv2d({ filters: out, kernelSize: 1, strides, padding: 'valid' }), layers.batchNormalization({}))
        : x;
      let y = x;
      for (const [count, kernelSize, step] of [[filters, 1, strides], [filters, 3, 1], [out, 1, 1]] as const) {
        y = chain(y, layers.conv2d({ filters: count, kernelSize, strides: step, padding: 'same' }), layers.batchNormalization());
        if (count !== out) y = put(layers.reLU(), y);
      }
      return put(layers.reLU(), put(layers.add(), [beside, y]));
    },
  },
}; // prettier-ignore
