import { efficientNet, efficientNetLite, leNet, seeded, smallResNet } from '../../models';
import { seededVolume } from '../../testing/seeded-volume';
import type { LayersModel, Tensor } from '../../tf';
import * as tf from '../../tf';
import type { Volume } from '../../volume/volume';

/** Networks of the course, small, by name: what is taken over must go with each. */
export const smallModels: Record<string, () => LayersModel> = {
  leNet: () => seeded(1, () => leNet()),
  smallResNet: () =>
    seeded(1, () => smallResNet({ depth: 8, inputShape: [8, 8, 3], classes: 3, width: 0.5 })),
  efficientNet: () =>
    seeded(1, () =>
      efficientNet({ inputShape: [32, 32, 3], classes: 3, width: 0.0625, dropConnect: 0 }),
    ),
  efficientNetLite: () =>
    seeded(1, () =>
      efficientNetLite({ inputShape: [32, 32, 3], classes: 3, width: 0.0625, dropConnect: 0 }),
    ),
};

/** Noise that the model takes. */
export function noiseFor(model: LayersModel, count: number, seed = 1): Volume {
  return seededVolume([count, ...(model.inputs[0]!.shape.slice(1) as number[])], seed, {
    dtype: 'float32',
  });
}

/** What tfjs answers, in one row. */
export function answersOf(model: LayersModel, { shape, data }: Volume): Float32Array {
  return tf.tidy(() => {
    const x = tf.tensor(data as Float32Array, [...shape]);
    return (model.predict(x) as Tensor).dataSync() as Float32Array;
  });
}

/** The weights of layers, by the layer's name. */
export function weightsOf(
  model: LayersModel,
  wanted: (kind: string, name: string) => boolean = () => true,
): Map<string, number[][]> {
  return new Map(
    model.layers
      .filter((layer) => wanted(layer.getClassName(), layer.name))
      .map((layer) => [layer.name, layer.getWeights().map((weight) => [...weight.dataSync()])]),
  );
}
