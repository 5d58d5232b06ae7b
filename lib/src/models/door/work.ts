import type { LayersModel } from '../../tf/models';
import type { LayerInside, ModelInside } from '../../graph/model/tfjs-inside';
import { sizeOf } from '../describe/costs';

/**
 * How many numbers the windows of a model's poolings and normalisations read for one image. `describe` counts
 * multiplications with weights, as papers do; a pooling of 800 x 800 has none, and takes minutes.
 */
export function windowReads(model: LayersModel): number {
  const { layers } = model as unknown as ModelInside;
  return layers.reduce(
    (sum, layer) => sum + windowOf(layer) * sizeOf(layer.outputShape.slice(1)),
    0,
  );
}

/** Of how many numbers a layer without weights makes each of its own. */
function windowOf(layer: LayerInside): number {
  const { poolSize, depthRadius } = layer.getConfig();
  if (typeof depthRadius === 'number') return 2 * depthRadius + 1;
  if (typeof poolSize === 'number') return poolSize ** 2;
  return Array.isArray(poolSize) ? sizeOf(poolSize as number[]) : 0;
}
