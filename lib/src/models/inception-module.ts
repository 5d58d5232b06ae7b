import type { LayersModel } from '../tf/models';
import { wholeTf } from '../tf/whole-tf';
import { convNorm } from './base/conv-norm';
import { chain, image, join, network, type Symbolic } from './base/grow';
import { readOptions, refuse } from './base/options';

const { layers } = wholeTf();

const family = {
  title: 'un module Inception',
  inputShape: [35, 35, 288] as [number, number, number],
  classes: 1,
  smallest: 1,
};

/** How the widest branch of each figure is put together: kernels one behind the other. */
const kinds: Record<string, (side: number) => { inner: Size[]; outer: Size[]; parallel: boolean }> =
  {
    figure4: () => ({ inner: [[3, 3]], outer: [[5, 5]], parallel: false }),
    figure5: () => ({ inner: [[3, 3]], outer: [[3, 3], [3, 3]], parallel: false }), // prettier-ignore
    figure6: (n) => ({ inner: [[1, n], [n, 1]], outer: [[1, n], [n, 1], [1, n], [n, 1]], parallel: false }), // prettier-ignore
    figure7: () => ({ inner: [], outer: [[3, 3]], parallel: true }),
  };

type Size = [height: number, width: number];

/** Which module, over which maps. */
export interface InceptionModuleOptions {
  /**
   * 'figure4': 1x1, 3x3, 5x5 and pooling, as in GoogLeNet; 'figure5': 3x3 twice for the 5x5; 'figure6': each n x n
   * as 1 x n and n x 1; 'figure7': the last 3x3 as 1x3 beside 3x1. Default 'figure5'.
   */
  kind?: 'figure4' | 'figure5' | 'figure6' | 'figure7';
  /** Of the maps that come in: `[height, width, channels]`. Default `[35, 35, 288]`. */
  inputShape?: [number, number, number];
  /** Maps of every convolution: the later paper does not say them. Default 64. */
  filters?: number;
  /** n of figure 6. Default 7. */
  side?: number;
}

/**
 * A module of « Rethinking the Inception Architecture » (Szegedy and others, 2015, figures 4 to 7, arXiv
 * 1512.00567): what it saves to see as far through several small windows, one behind the other. The paper
 * does not say how many maps each branch has; here all have the same.
 *
 * Layers: `1x1`, `3x3_reduce`, `3x3_1` …, `5x5_reduce`, `5x5_1` …, `pool`, `pool_proj`, each with `_conv`,
 * `_bn` and `_relu`, then `output`.
 *
 * @returns maps of the size that came in, of all branches one behind the other
 * @throws RangeError when an option makes no sense
 *
 * @example
 * ```ts
 * const weights = (kind: 'figure4' | 'figure5') => describe(inceptionModule({ kind })).totals.macs / (35 * 35);
 * weights('figure4') - weights('figure5'); // => 28672
 * (5 * 5 - 2 * 3 * 3) * 64 * 64; // => 28672
 * ```
 */
export function inceptionModule(options: InceptionModuleOptions = {}): LayersModel {
  const { kind = 'figure5', inputShape = family.inputShape, filters = 64, side = 7 } = options;
  readOptions(family, { inputShape });
  const branches = kinds[kind]?.(side) ?? refuse(family, 'kind', kind, 'figure4, figure5, figure6 ou figure7', "kind: 'figure5'"); // prettier-ignore
  checkWhole('filters', filters, 64);
  checkWhole('side', side, 7);

  const input = image(inputShape);
  const conv = (x: Symbolic, name: string, kernelSize: Size): Symbolic =>
    convNorm(x, name, { filters, kernelSize, epsilon: 1e-3 });
  const line = (x: Symbolic, name: string, sizes: Size[]): Symbolic =>
    sizes.reduce((end, size, i) => conv(end, `${name}_${i + 1}`, size), x);
  const spread = (x: Symbolic, name: string): Symbolic[] =>
    branches.parallel ? [conv(x, `${name}_1x3`, [1, 3]), conv(x, `${name}_3x1`, [3, 1])] : [x];

  const inner = line(conv(input, '3x3_reduce', [1, 1]), '3x3', branches.inner);
  const outer = line(conv(input, '5x5_reduce', [1, 1]), '5x5', branches.outer);
  const pool = chain(
    input,
    layers.averagePooling2d({ name: 'pool', poolSize: 3, strides: 1, padding: 'same' }),
  );
  const output = join(
    layers.concatenate({ name: 'output' }),
    conv(input, '1x1', [1, 1]),
    ...spread(inner, '3x3'),
    ...spread(outer, '5x5'),
    conv(pool, 'pool_proj', [1, 1]),
  );
  return network(`inception_${kind}`, input, output);
}

function checkWhole(option: string, found: number, example: number): void {
  if (Number.isInteger(found) && found >= 1) return;
  refuse(family, option, found, 'un nombre entier d’au moins 1', `${option}: ${example}`);
}
