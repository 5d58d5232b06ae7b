import type { Layer } from './layer';
import { globalPoolLayer } from './pool-layer';

/** Global max pooling: `[height, width, channels]` becomes `[channels]`. Nothing to learn. */
export const globalMaxPool2d = (): Layer => globalPoolLayer('globalMaxPool2d');
