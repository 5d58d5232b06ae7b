/** A right mbConv and a right efficientNet whose wrong variants change one part. The reference uses neither. */
import * as tf from '@convolab/lib/tf';
import { scales, scalingWith, stages, type Roundings } from './scaling';

export type X = tf.SymbolicTensor;
type Conv = Parameters<typeof tf.layers.conv2d>[0];

export interface Block {
  kernelSize: number;
  filters: number;
  expansion: number;
  strides: number;
  drop: number;
}

/** What may be other than in the authors' code. */
export interface Parts extends Roundings {
  activation?: tf.Activation;
  conv?: Partial<Conv>;
  norm?: () => tf.Layer[];
  /** Whether a block of this expansion widens. */
  widens?: (expansion: number) => boolean;
  window?: (x: X, options: { kernelSize: number; strides: number }) => X;
  /** From how many maps, and how many inside, squeeze and excitation reads; undefined: there is none. */
  few?: (channels: number, inside: number) => number | undefined;
  squeeze?: [tf.Activation, tf.Activation];
  /** What scales the maps. */
  excite?: () => tf.Layer;
  /** Behind the last convolution of a block. */
  end?: () => tf.Layer[];
  /** Whether what came in is added. */
  adds?: (block: Block, channels: number) => boolean;
  join?: (y: X, x: X) => X;
  noise?: (number | null)[] | null;
  dropped?: boolean;
  drop?: (block: number, blocks: number) => number;
  /** The stride of a block, the how-manyeth of its stage. */
  strides?: (strides: number, place: number) => number;
  stem?: Partial<Conv>;
  head?: boolean;
  pool?: (x: X) => X;
  rate?: (b: number) => number;
  output?: tf.Activation;
}

export const put = (layer: tf.Layer, x: X | X[]): X => layer.apply(x) as X;
export const through = (x: X, ...all: tf.Layer[]): X =>
  all.reduce((end, layer) => put(layer, end), x);

/** All four functions, with these parts. */
export function answerWith(parts: Parts = {}) {
  const { layers } = tf;
  const { activation = 'swish', conv = {}, norm = () => [layers.batchNormalization()] } = parts;
  const { widens = (expansion: number) => expansion !== 1, end = () => [], noise = [null, 1, 1, 1] } = parts; // prettier-ignore
  const { few = (channels: number) => Math.max(1, Math.floor(channels / 4)), dropped = true } = parts; // prettier-ignore
  const { squeeze = ['swish', 'sigmoid'], excite = () => layers.multiply(), stem = {} } = parts;
  const { adds = ({ strides, filters }: Block, channels: number) => strides === 1 && channels === filters } = parts; // prettier-ignore
  const { join = (y: X, x: X) => put(layers.add(), [y, x]), head = true, output = 'softmax' } = parts; // prettier-ignore
  const { drop = (block: number, blocks: number) => (0.2 * block) / blocks } = parts;
  const { strides: strideOf = (strides: number, place: number) => (place === 0 ? strides : 1) } = parts; // prettier-ignore
  const { pool = (x: X) => put(layers.globalAveragePooling2d({}), x), rate = (b: number) => scales[b]!.dropout } = parts; // prettier-ignore
  const { window = (x: X, options: { kernelSize: number; strides: number }) => put(layers.depthwiseConv2d({ ...options, padding: 'same', useBias: false }), x) } = parts; // prettier-ignore
  const one = (filters: number): tf.Layer =>
    layers.conv2d({ filters, kernelSize: 1, useBias: false, ...conv });
  const act = (): tf.Layer => layers.activation({ activation });

  function mbConv(x: X, block: Block): X {
    const { kernelSize, filters, expansion, strides } = block;
    const channels = x.shape.at(-1)!;
    const inside = channels * expansion;
    let y = widens(expansion) ? through(x, one(inside), ...norm(), act()) : x;
    y = through(window(y, { kernelSize, strides }), ...norm(), act());
    const squeezed = few(channels, inside);
    if (squeezed !== undefined) {
      const shares = through(
        put(layers.globalAveragePooling2d({}), y),
        layers.reshape({ targetShape: [1, 1, inside] }),
        layers.conv2d({ filters: squeezed, kernelSize: 1, activation: squeeze[0] }),
        layers.conv2d({ filters: inside, kernelSize: 1, activation: squeeze[1] }),
      );
      y = put(excite(), [y, shares]);
    }
    y = through(y, one(filters), ...norm(), ...end());
    if (!adds(block, channels)) return y;
    const noiseShape = noise as number[];
    if (dropped && block.drop > 0) y = put(layers.dropout({ rate: block.drop, noiseShape }), y);
    return join(y, x);
  }

  const { roundFilters, compoundScale } = scalingWith(parts);
  function efficientNet(b: number): tf.LayersModel {
    const { resolution, filters, repeats } = compoundScale(b);
    const inputs = tf.input({ shape: [resolution, resolution, 3] });
    const first = layers.conv2d({ filters: filters[0]!, kernelSize: 3, strides: 2, padding: 'same', useBias: false, ...stem }); // prettier-ignore
    let x = through(inputs, first, ...norm(), act());
    const blocks = repeats.reduce((sum, count) => sum + count, 0);
    let done = 0;
    for (const [i, stage] of stages.entries()) {
      for (let place = 0; place < repeats[i]!; place++, done++) {
        const strides = strideOf(stage.strides, place);
        x = mbConv(x, { ...stage, filters: filters[i + 1]!, strides, drop: drop(done, blocks) });
      }
    }
    if (head) x = through(x, one(filters[8]!), ...norm(), act());
    x = pool(x);
    if (rate(b) > 0) x = put(layers.dropout({ rate: rate(b) }), x);
    const outputs = put(layers.dense({ units: 1000, activation: output }), x);
    return tf.model({ inputs, outputs });
  }
  return { roundFilters, compoundScale, mbConv, efficientNet };
}
