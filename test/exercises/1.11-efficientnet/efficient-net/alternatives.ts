/** Right answers written otherwise than the reference. */
import * as tf from '@convolab/lib/tf';
import type { Answer } from '../../answer';
import { answerWith, put, through, type Block, type X } from './parts';
import { scales, stages } from './scaling';

const { layers } = tf;
const swish = (): tf.Layer => layers.activation({ activation: 'swish' });
const norm = (): tf.Layer => layers.batchNormalization({ momentum: 0.9 });
const one = (filters: number): tf.Layer =>
  layers.conv2d({ filters, kernelSize: [1, 1], padding: 'same', useBias: false });

/** The zeros that 'same' puts around, in a layer of their own. */
function padded(x: X, kernelSize: number, strides: number): X {
  const margin = (length: number): [number, number] => {
    const out = Math.ceil(length / strides);
    const zeros = Math.max(0, (out - 1) * strides + kernelSize - length);
    return [Math.floor(zeros / 2), Math.ceil(zeros / 2)];
  };
  const padding: [[number, number], [number, number]] = [margin(x.shape[1]!), margin(x.shape[2]!)];
  return put(layers.zeroPadding2d({ padding }), x);
}

/** Squeezes and excites by dense layers, on zeros of its own. */
function denseBlock(x: X, { kernelSize, filters, expansion, strides, drop }: Block): X {
  const channels = x.shape[3]!;
  const inside = expansion * channels;
  let y = x;
  if (expansion > 1) y = through(y, one(inside), norm(), swish());
  const window = layers.depthwiseConv2d({
    kernelSize,
    strides,
    useBias: false,
    depthMultiplier: 1,
  });
  y = through(padded(y, kernelSize, strides), window, norm(), swish());
  const shares = through(
    y,
    layers.globalAveragePooling2d({}),
    layers.dense({ units: Math.max(1, Math.floor(channels * 0.25)), activation: 'swish' }),
    layers.dense({ units: inside }),
    layers.activation({ activation: 'sigmoid' }),
    layers.reshape({ targetShape: [1, 1, inside] }),
  );
  y = through(put(layers.multiply(), [shares, y]), one(filters), norm());
  if (strides > 1 || channels !== filters) return y;
  if (drop > 0) {
    const noiseShape = [null as unknown as number, 1, 1, 1];
    y = put(layers.dropout({ rate: drop, noiseShape }), y);
  }
  return put(layers.add(), [x, y]);
}

/** Squeezes by a window over the whole image, and by convolutions on what it gives. */
function windowBlock(x: X, block: Block): X {
  const channels = x.shape[3]!;
  let y = block.expansion === 1 ? x : through(x, one(channels * block.expansion), norm(), swish());
  const { kernelSize, strides } = block;
  const depthwise = layers.depthwiseConv2d({
    kernelSize,
    strides,
    padding: 'same',
    useBias: false,
  });
  y = through(y, depthwise, norm(), swish());
  const [, height, width, inside] = y.shape as number[];
  const shares = through(
    y,
    layers.averagePooling2d({ poolSize: [height!, width!] }),
    layers.conv2d({ filters: Math.max(1, (channels - (channels % 4)) / 4), kernelSize: 1 }),
    swish(),
    layers.conv2d({ filters: inside!, kernelSize: 1, activation: 'sigmoid' }),
  );
  y = through(put(layers.multiply(), [y, shares]), one(block.filters), norm());
  const same = strides === 1 && channels === block.filters;
  const noiseShape = [null as unknown as number, 1, 1, 1];
  const drops = block.drop > 0 ? [layers.dropout({ rate: block.drop, noiseShape })] : [];
  return same ? put(layers.add(), [through(y, ...drops), x]) : y;
}

/** The least multiple of 8 that is near enough. */
function roundFilters(filters: number, width: number): number {
  let rounded = 8;
  while (filters * width - rounded >= 4) rounded += 8;
  while (rounded < 0.9 * filters * width) rounded += 8;
  return rounded;
}

const scaleOf = (b: number) => {
  const scale = scales.find((_, i) => i === b);
  if (scale === undefined) throw new Error('B0 … B7');
  return scale;
};

const compoundScale = (b: number) => {
  const { width, depth, resolution } = scaleOf(b);
  const filters: number[] = [];
  for (const count of [32, 16, 24, 40, 80, 112, 192, 320, 1280])
    filters.push(roundFilters(count, width));
  return { repeats: stages.map(({ repeats }) => Math.ceil(repeats * depth)), filters, resolution };
};

/** The network of another block, from a list of all of its blocks. */
const listed =
  (block: typeof denseBlock) =>
  (b: number): tf.LayersModel => {
    const { filters, repeats, resolution } = compoundScale(b);
    const inputs = tf.input({ shape: [resolution, resolution, 3], name: 'image' });
    const blocks = stages.flatMap((stage, i) =>
      Array.from({ length: repeats[i]! }, (_, place) => ({
        ...stage,
        filters: filters[i + 1]!,
        strides: place > 0 ? 1 : stage.strides,
      })),
    );
    const first = layers.conv2d({
      filters: filters[0]!,
      kernelSize: 3,
      strides: 2,
      useBias: false,
    });
    let x = through(padded(inputs, 3, 2), first, norm(), swish());
    blocks.forEach((each, i) => {
      x = block(x, { ...each, drop: (i / blocks.length) * 0.2 });
    });
    const outputs = through(
      x,
      one(filters.at(-1)!),
      norm(),
      swish(),
      layers.averagePooling2d({ poolSize: Math.ceil(resolution / 32) }),
      layers.flatten(),
      layers.dropout({ rate: scaleOf(b).dropout }),
      layers.dense({ units: 1000 }),
      layers.softmax(),
    );
    return tf.model({ inputs, outputs });
  };

export const alternatives: Record<string, Answer> = {
  'with options for all': answerWith(),
  'excites by dense layers, its zeros in layers of their own': {
    ...{ roundFilters, compoundScale },
    mbConv: denseBlock,
    efficientNet: listed(denseBlock),
  },
  'squeezes by a window over the whole image': {
    ...{ roundFilters, compoundScale },
    mbConv: windowBlock,
    efficientNet: listed(windowBlock),
  },
};
