import type { Layer } from './layer';
import { globalPoolLayer } from './pool-layer';

/** Global average pooling: `[height, width, channels]` becomes `[channels]`. Nothing to learn. */
export const globalAvgPool2d = (): Layer => globalPoolLayer('globalAvgPool2d');
