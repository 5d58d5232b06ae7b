import { seededRandom } from '../data/random';
import { Volume, type DType } from '../volume/volume';
import type { Shape } from './layers/layer';

/**
 * The scale of what a weight begins with. What flows through many layers must neither grow nor shrink:
 * the variance of a unit's weights is `scale` by how many numbers it adds up (`fanIn`), or by the mean
 * of that and of how many units read it (`fanOut`).
 *
 * Formulas: Glorot, Bengio, 2010, eq. 16 (glorot); He and others, 2015, eq. 10 (he). As Keras, a normal
 * distribution is cut at twice its standard deviation.
 */
const random = {
  glorotUniform: { fan: 'mean', scale: 1, uniform: true },
  glorotNormal: { fan: 'mean', scale: 1, uniform: false },
  heUniform: { fan: 'in', scale: 2, uniform: true },
  heNormal: { fan: 'in', scale: 2, uniform: false },
} as const;

/** What a weight may begin with. */
export type InitializerName = keyof typeof random | 'zeros' | 'ones';

export const initializerNames = [...Object.keys(random), 'zeros', 'ones'] as InitializerName[];

/**
 * What a weight begins with.
 *
 * @param shape of a dense kernel `[in, units]`, of a convolution's `[height, width, in, filters]`
 * @param seed the same seed, the same weights
 */
export function initialWeight(
  name: InitializerName,
  shape: Shape,
  dtype: DType,
  seed: number,
): Volume {
  const volume = Volume.zeros(shape, dtype);
  if (name === 'zeros') return volume;
  if (name === 'ones') {
    volume.data.fill(1);
    return volume;
  }
  const { fan, scale, uniform } = random[name];
  const window = shape.slice(0, -2).reduce((product, length) => product * length, 1);
  const fanIn = window * (shape.at(-2) ?? 1);
  const fanOut = window * shape.at(-1)!;
  const variance = scale / (fan === 'in' ? fanIn : (fanIn + fanOut) / 2);
  const draw = seededRandom(seed);
  const next = uniform
    ? () => (2 * draw() - 1) * Math.sqrt(3 * variance)
    : () => cutNormal(draw) * Math.sqrt(variance);
  for (let i = 0; i < volume.size; i++) volume.data[i] = next();
  return volume;
}

/** Mean 0, standard deviation 1 before the cut. Formula: Box, Muller, 1958. */
function cutNormal(draw: () => number): number {
  for (;;) {
    const radius = Math.sqrt(-2 * Math.log(1 - draw()));
    const value = radius * Math.cos(2 * Math.PI * draw());
    if (Math.abs(value) <= 2) return value;
  }
}
