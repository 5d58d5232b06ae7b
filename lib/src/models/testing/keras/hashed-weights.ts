import { layersOf } from '../../../graph/model/weights';
import { weightsOf, type LayerInside, type ModelInside } from '../../../graph/model/tfjs-inside';
import { tfjs } from '../../../testing/tfjs-oracle';
import type { LayersModel } from '../../../tf/models';
import { hashedNumbers } from '../../base/hash';

/** What Keras calls the weights, and around which number they lie, how far: `record.py` has the same. */
const ranges: Record<string, readonly [centre: number, spread: number]> = {
  bias: [0, 0.1],
  beta: [0, 0.1],
  gamma: [1, 0.2],
  moving_mean: [0, 0.1],
  moving_variance: [1, 0.5],
};

/**
 * Gives every weight the numbers that Keras was given when the reference was recorded.
 *
 * @param gain variance of a kernel times what a filter sees: 2 keeps the size of what goes through a ReLU
 */
export function fillWithHashes(model: LayersModel, gain = 2): void {
  for (const layer of layersOf(model as unknown as ModelInside)) {
    for (const [property, weight] of weightsOf(layer)) {
      const name = kerasName(property);
      const shape = weight.shape as number[];
      const size = shape.reduce((product, length) => product * length, 1);
      const [centre, spread] = ranges[name] ?? [0, kernelSpread(layer, shape, gain)];
      const numbers = hashedNumbers(`${layer.name}/${name}`, size, centre, spread);
      tfjs.tidy(() => weight.write(tfjs.tensor(numbers, shape)));
    }
  }
}

/** `movingMean` is `moving_mean`; `depthwiseKernel` is a kernel as any. */
function kerasName(property: string): string {
  if (/kernel$/i.test(property)) return 'kernel';
  return property.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

function kernelSpread(layer: LayerInside, shape: readonly number[], gain: number): number {
  const seen = layer.getClassName() === 'DepthwiseConv2D' ? shape.slice(0, 2) : shape.slice(0, -1);
  return Math.sqrt((3 * gain) / seen.reduce((product, length) => product * length, 1));
}
