import type { LayersModel } from '../tf/models';
import { chain, image, network } from './base/grow';
import { choose, readOptions, refuse, type ModelOptions } from './base/options';
import { grow, roundFilters, stages, type Scale } from './efficient-net-body';
import { inputNormalization } from './layers/input-normalization';

const family = {
  title: 'EfficientNet-Lite',
  inputShape: [224, 224, 3] as [number, number, number],
  classes: 1000,
  smallest: 32,
};

/** As the authors' code has them (`lite/efficientnet_lite_builder.py`). */
const scales: Readonly<Record<number, Scale>> = {
  0: { width: 1, depth: 1, resolution: 224, dropout: 0.2 },
  1: { width: 1, depth: 1.1, resolution: 240, dropout: 0.2 },
  2: { width: 1.1, depth: 1.2, resolution: 260, dropout: 0.3 },
  3: { width: 1.2, depth: 1.4, resolution: 280, dropout: 0.3 },
  4: { width: 1.4, depth: 1.8, resolution: 300, dropout: 0.3 },
};

/** Which EfficientNet-Lite, and how large. */
export interface EfficientNetLiteOptions extends ModelOptions {
  /** 0 to 4: Lite0 to Lite4. Default 0. */
  scale?: 0 | 1 | 2 | 3 | 4;
  /** False: what comes in is not normalised. Default true: pixels from 0 to 255. */
  normalization?: boolean;
  /** Share of units dropped before the classes. Default: what `scale` says. */
  dropout?: number;
  /** Share of images for which the last block is left out in training; it grows from 0. Default 0.2. */
  dropConnect?: number;
}

/**
 * EfficientNet for small machines: no squeeze and excitation, ReLU6 in the place of swish; first and last
 * stage are never deeper, first and last convolution never wider. Its authors describe it with its code,
 * `tpu/models/official/efficientnet/lite` of TensorFlow's repositories (2020); the family is that of Tan and Le,
 * 2019 (arXiv 1905.11946).
 *
 * Layers are named as those of `efficientNet`: `stem_conv`, `block1a_dwconv`, `block2a_expand_conv` …
 * `top_conv`, `avg_pool`, `predictions`. Pixels go from 0 to 255; a layer brings them to (x - 127) / 128.
 *
 * @returns probabilities `[batch, classes]`; without top, feature maps `[batch, height / 32, width / 32, 1280]`
 * @throws RangeError when an option makes no sense
 *
 * @example
 * ```ts
 * onPaper(() => efficientNetLite()).countParams(); // => 4694024
 * ```
 */
export function efficientNetLite(options: EfficientNetLiteOptions = {}): LayersModel {
  const { scale = 0, normalization = true, dropConnect = 0.2 } = options;
  const by = choose(family, 'scale', scale, scales);
  const size: [number, number, number] = [by.resolution, by.resolution, 3];
  const read = readOptions({ ...family, inputShape: size }, options);
  const { inputShape, classes, includeTop } = read;
  const { dropout = by.dropout } = options;
  if (!(dropConnect >= 0 && dropConnect < 1)) refuse(family, 'dropConnect', dropConnect, 'une part de 0 à 1 exclu', 'dropConnect: 0.2'); // prettier-ignore

  const channels = inputShape[2];
  const filled = (value: number): number[] => new Array<number>(channels).fill(value);
  const pixels = { name: 'normalization', mean: filled(127), deviation: filled(128) };
  const input = image(inputShape);
  const x = normalization ? chain(input, inputNormalization(pixels)) : input;
  const last = stages.length - 1;
  const output = grow(x, {
    style: { activation: 'relu6', squeeze: false, margins: 'same' },
    // What `scale` widens leaves the ends alone; `width`, which makes small ones, does not.
    ends: [roundFilters(32, read.width), roundFilters(1280, read.width)],
    stages: stages.map((stage, i) => ({
      ...stage,
      filters: roundFilters(stage.filters, by.width * read.width),
      repeats: i === 0 || i === last ? stage.repeats : Math.ceil(stage.repeats * by.depth),
    })),
    dropConnect,
    top: includeTop ? { classes, dropout } : undefined,
  });
  return network(options.name ?? `efficientnetlite${scale}`, input, output);
}
