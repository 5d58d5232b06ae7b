import fc from 'fast-check';
import type * as Tfjs from '@tensorflow/tfjs';

import type { Volume } from '../volume/volume';
import { type AnyPadding, paddings, sides, steps, upTo } from './arbitraries';
import { seededVolume, type SeededOptions } from './seeded-volume';
import { tfjs } from './tfjs-oracle';

/** A pooling of a batch, in which the window fits and reaches the image everywhere. */
export interface AnyPooling {
  input: Volume;
  options: {
    poolSize: [number, number];
    stride: number | [number, number];
    padding: AnyPadding;
  };
}

/** Any pooling of `[batch, h, w, channels]`: rectangular, strided, overlapping, padded. */
export function poolings(options: SeededOptions = {}): fc.Arbitrary<AnyPooling> {
  return fc
    .record({
      batch: upTo(2),
      image: sides(8),
      channels: upTo(3),
      poolSize: sides(3),
      stride: steps(),
      padding: paddings(),
      seed: upTo(0xffff, 0),
    })
    .filter(({ image, poolSize, padding }) =>
      around(padding).every(
        ([before, after], axis) =>
          padding === 'same' ||
          (before < poolSize[axis]! &&
            after < poolSize[axis]! &&
            poolSize[axis]! <= image[axis]! + before + after),
      ),
    )
    .map(({ batch, image, channels, seed, ...rest }) => ({
      input: seededVolume([batch, ...image, channels], seed, options),
      options: rest,
    }));
}

/** tfjs pads with numbers only where the stride leaves no rest: lay `value` around first. */
export function tfPool(
  kind: 'max' | 'avg',
  x: Tfjs.Tensor4D,
  { poolSize, stride, padding }: AnyPooling['options'],
  value = 0,
): Tfjs.Tensor4D {
  const pool = kind === 'max' ? tfjs.maxPool : tfjs.avgPool;
  if (padding === 'same') return pool(x, poolSize, stride, 'same');
  const padded = tfjs.pad(x, [[0, 0], ...around(padding), [0, 0]], value);
  return pool(padded, poolSize, stride, 'valid');
}

/** Cells before and after, vertically and horizontally, of a padding other than `'same'`. */
export function around(padding: AnyPadding): [[number, number], [number, number]] {
  if (typeof padding === 'string') return around(0);
  if (typeof padding === 'number') return around([padding, padding]);
  if (Array.isArray(padding)) {
    const [vertical, horizontal] = padding;
    return [
      [vertical, vertical],
      [horizontal, horizontal],
    ];
  }
  return [
    [padding.top, padding.bottom],
    [padding.left, padding.right],
  ];
}
