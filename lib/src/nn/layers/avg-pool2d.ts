import type { Layer } from './layer';
import { poolLayer, type PoolLayerOptions } from './pool-layer';

/**
 * Average pooling: `[height, width, channels]` becomes `[outHeight, outWidth, channels]`, of each
 * window the mean. Nothing to learn.
 *
 * @throws RangeError when an option is not what it must be; when the network is built, if the image
 *   does not fit
 */
export function avgPool2d(options: PoolLayerOptions = {}): Layer {
  return poolLayer('avgPool2d', options);
}
