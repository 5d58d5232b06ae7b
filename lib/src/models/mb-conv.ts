import { wholeTf } from '../tf/whole-tf';
import { chain, join, type Symbolic } from './base/grow';

const { layers } = wholeTf();

/** A line of the paper's table 1. */
export interface Stage {
  kernelSize: number;
  /** Blocks one behind the other. */
  repeats: number;
  /** Maps that come out. */
  filters: number;
  /** How many times as many maps the block works on inside. */
  expansion: number;
  /** Of the first block's window. */
  strides: number;
}

/** What the blocks of a family have in common. */
export interface MbConvStyle {
  activation: 'swish' | 'relu6';
  /** Is each map scaled by what all of them say? */
  squeeze: boolean;
  /** Where an image is halved, its margin is a layer as in Keras, or the convolution's own: the same zeros. */
  margins: 'layers' | 'same';
}

/**
 * MBConv: 1x1 to more maps, a window over each map alone (depthwise), each map scaled by what all of it says
 * (squeeze and excitation), 1x1 to few maps; the input is added where shapes allow. Sandler and others,
 * 2018, figure 4d; Hu and others, 2017; Tan and others, 2018.
 *
 * @param drop share of images for which training leaves the block out
 */
export function mbConv(
  x: Symbolic,
  name: string,
  { kernelSize, filters, expansion, strides, drop }: Omit<Stage, 'repeats'> & { drop: number },
  { activation, squeeze, margins }: MbConvStyle,
): Symbolic {
  const channels = x.shape.at(-1)!;
  const inside = channels * expansion;
  let y = x;
  if (expansion !== 1) {
    y = chain(
      y,
      layers.conv2d({
        name: `${name}_expand_conv`,
        filters: inside,
        kernelSize: 1,
        useBias: false,
      }),
      ...normalised(`${name}_expand`, activation),
    );
  }
  const halved = margins === 'layers' && strides !== 1;
  const seen = halved ? depthwiseInMargin(y, name, kernelSize, strides) : chain(y, depthwise(name, kernelSize, strides, 'same')); // prettier-ignore
  y = chain(seen, ...normalised(name, activation));
  if (squeeze) y = squeezeAndExcite(y, name, Math.max(1, Math.floor(channels / 4)));
  y = chain(
    y,
    layers.conv2d({ name: `${name}_project_conv`, filters, kernelSize: 1, useBias: false }),
    layers.batchNormalization({ name: `${name}_project_bn` }),
  );
  if (strides !== 1 || channels !== filters) return y;
  if (drop > 0) y = chain(y, layers.dropout({ name: `${name}_drop`, rate: drop, noiseShape: perImage })); // prettier-ignore
  return join(layers.add({ name: `${name}_add` }), y, x);
}

/** tfjs takes null for the batch, its types do not say so. */
const perImage = [null as unknown as number, 1, 1, 1];

/** A window over each map alone. */
function depthwise(name: string, kernelSize: number, strides: number, padding: 'same' | 'valid') {
  return layers.depthwiseConv2d({
    ...{ name: `${name}_dwconv`, kernelSize, strides, padding, useBias: false },
  });
}

/** Keras lays the margin around the image first. */
function depthwiseInMargin(
  x: Symbolic,
  name: string,
  kernelSize: number,
  strides: number,
): Symbolic {
  const [, height, width] = x.shape as number[];
  const half = Math.floor(kernelSize / 2);
  const margin = (side: number): [number, number] => [half - (side % 2 === 0 ? 1 : 0), half];
  return chain(
    x,
    layers.zeroPadding2d({
      name: `${name}_dwconv_pad`,
      padding: [margin(height!), margin(width!)],
    }),
    depthwise(name, kernelSize, strides, 'valid'),
  );
}

/** Each map times a number from 0 to 1, which two small layers read off the means of all maps. */
function squeezeAndExcite(x: Symbolic, name: string, few: number): Symbolic {
  const channels = x.shape.at(-1)!;
  const scale = chain(
    x,
    layers.globalAveragePooling2d({ name: `${name}_se_squeeze` }),
    layers.reshape({ name: `${name}_se_reshape`, targetShape: [1, 1, channels] }),
    layers.conv2d({ name: `${name}_se_reduce`, filters: few, kernelSize: 1, activation: 'swish' }),
    layers.conv2d({ name: `${name}_se_expand`, filters: channels, kernelSize: 1, activation: 'sigmoid' }), // prettier-ignore
  );
  return join(layers.multiply({ name: `${name}_se_excite` }), x, scale);
}

function normalised(name: string, activation: MbConvStyle['activation']) {
  return [
    layers.batchNormalization({ name: `${name}_bn` }),
    layers.activation({ name: `${name}_activation`, activation }),
  ];
}
