import { wholeTf } from '../tf/whole-tf';
import { chain, type Symbolic } from './base/grow';
import { mbConv, type MbConvStyle, type Stage } from './mb-conv';

const { layers } = wholeTf();

/** B0: what a search found, table 1 of the paper. */
export const stages: readonly Stage[] = [
  { kernelSize: 3, repeats: 1, filters: 16, expansion: 1, strides: 1 },
  { kernelSize: 3, repeats: 2, filters: 24, expansion: 6, strides: 2 },
  { kernelSize: 5, repeats: 2, filters: 40, expansion: 6, strides: 2 },
  { kernelSize: 3, repeats: 3, filters: 80, expansion: 6, strides: 2 },
  { kernelSize: 5, repeats: 3, filters: 112, expansion: 6, strides: 1 },
  { kernelSize: 5, repeats: 4, filters: 192, expansion: 6, strides: 2 },
  { kernelSize: 3, repeats: 1, filters: 320, expansion: 6, strides: 1 },
];

/** How wide, how deep, over which image, and how much is dropped before the classes. */
export interface Scale {
  width: number;
  depth: number;
  resolution: number;
  dropout: number;
}

/** What EfficientNet and its Lite version differ in, sizes counted out. */
export interface Body {
  style: MbConvStyle;
  /** Maps of the first convolution, and of the last. */
  ends: readonly [number, number];
  /** With the number of blocks and of maps that are wanted. */
  stages: readonly Stage[];
  /** Share of images for which training leaves the last block out; it grows from 0. */
  dropConnect: number;
  /** Left out, the last feature maps come out. */
  top: { classes: number; dropout: number } | undefined;
}

/** `stem_*`, `block1a_*` … `block7a_*`, `top_*`, `avg_pool`, `predictions`. */
export function grow(x: Symbolic, { style, ends, stages, dropConnect, top }: Body): Symbolic {
  let y = stem(x, ends[0], style);
  const blocks = stages.reduce((sum, { repeats }) => sum + repeats, 0);
  let block = 0;
  for (const [i, stage] of stages.entries()) {
    for (let j = 0; j < stage.repeats; j++, block++) {
      const strides = j === 0 ? stage.strides : 1;
      const drop = (dropConnect * block) / blocks;
      y = mbConv(y, `block${i + 1}${letters[j]!}`, { ...stage, strides, drop }, style);
    }
  }
  y = chain(
    y,
    layers.conv2d({ name: 'top_conv', filters: ends[1], kernelSize: 1, useBias: false }),
    layers.batchNormalization({ name: 'top_bn' }),
    layers.activation({ name: 'top_activation', activation: style.activation }),
  );
  if (top === undefined) return y;
  return chain(
    y,
    layers.globalAveragePooling2d({ name: 'avg_pool' }),
    ...(top.dropout > 0 ? [layers.dropout({ name: 'top_dropout', rate: top.dropout })] : []),
    layers.dense({ name: 'predictions', units: top.classes, activation: 'softmax' }),
  );
}

const letters = 'abcdefghijklmnopqrstuvwxyz';

/** The first convolution halves the image; Keras's margin depends on whether the side is even. */
function stem(x: Symbolic, filters: number, { activation, margins }: MbConvStyle): Symbolic {
  const [, height, width] = x.shape as number[];
  const margin = (side: number): [number, number] => [side % 2 === 0 ? 0 : 1, 1];
  const padding = margins === 'layers' ? 'valid' : 'same';
  return chain(
    x,
    ...(margins === 'layers'
      ? [layers.zeroPadding2d({ name: 'stem_conv_pad', padding: [margin(height!), margin(width!)] })] // prettier-ignore
      : []),
    layers.conv2d({ name: 'stem_conv', filters, kernelSize: 3, strides: 2, padding, useBias: false }), // prettier-ignore
    layers.batchNormalization({ name: 'stem_bn' }),
    layers.activation({ name: 'stem_activation', activation }),
  );
}

/** A multiple of 8, as near as can be, and never less than nine tenths of what was asked for. */
export function roundFilters(count: number, width: number): number {
  const wanted = count * width;
  const rounded = Math.max(8, Math.floor((wanted + 4) / 8) * 8);
  return rounded < 0.9 * wanted ? rounded + 8 : rounded;
}
