import { wholeTf } from '../tf/whole-tf';
import { convNorm } from './base/conv-norm';
import { chain, join, type Symbolic } from './base/grow';

const { layers } = wholeTf();

/** How a residual block is made. */
export interface BlockOptions {
  /** Of its convolutions; a bottleneck gives four times as many. */
  filters: number;
  /** Of its first convolution (a bottleneck's middle one where `strideIn` says so). */
  strides: number;
  useBias: boolean;
  /** The shortcut is a 1x1 convolution: where the block changes the size or the channels. */
  projection: boolean;
  /** False: the same layers with nothing beside them, a plain network. */
  shortcut: boolean;
  strideIn: '1x1' | '3x3';
}

/** Two 3x3 convolutions, and the input added to what they give: H(x) = F(x) + x. He and others, fig. 2. */
export function basicBlock(x: Symbolic, name: string, options: BlockOptions): Symbolic {
  const { filters, strides, useBias } = options;
  const half = convNorm(x, `${name}_1`, { filters, kernelSize: 3, strides, useBias });
  const residual = convNorm(half, `${name}_2`, { filters, kernelSize: 3, useBias, relu: false });
  return add(x, residual, name, filters, options);
}

/** 1x1 to fewer channels, 3x3, 1x1 to four times as many; the input is added. He and others, fig. 5. */
export function bottleneck(x: Symbolic, name: string, options: BlockOptions): Symbolic {
  const { filters, strides, useBias, strideIn } = options;
  const [first, middle] = strideIn === '1x1' ? [strides, 1] : [1, strides];
  const few = convNorm(x, `${name}_1`, { filters, kernelSize: 1, strides: first, useBias });
  const seen = convNorm(few, `${name}_2`, { filters, kernelSize: 3, strides: middle, useBias });
  const many = 4 * filters;
  const residual = convNorm(seen, `${name}_3`, { filters: many, kernelSize: 1, useBias, relu: false }); // prettier-ignore
  return add(x, residual, name, many, options);
}

function add(
  x: Symbolic,
  residual: Symbolic,
  name: string,
  filters: number,
  { projection, shortcut, strides, useBias }: BlockOptions,
): Symbolic {
  const out = layers.reLU({ name: `${name}_out` });
  if (!shortcut) return chain(residual, out);
  const beside = projection
    ? convNorm(x, `${name}_0`, { filters, kernelSize: 1, strides, useBias, relu: false })
    : x;
  return chain(join(layers.add({ name: `${name}_add` }), beside, residual), out);
}
