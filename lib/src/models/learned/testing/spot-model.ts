import { seededVolume } from '../../../testing/seeded-volume';
import { tfjs } from '../../../testing/tfjs-oracle';
import { asModel } from '../../../graph/testing/nets';
import type { LayersModel } from '../../../tf/models';
import type { EngineName } from '../../../training/engines/choose-engine';
import { train } from '../../../training/train-model';
import { Volume } from '../../../volume/volume';

export const imageSide = 12;
export const spotSide = 4;

/** An image of noise, 0 to 0.5, and where asked for a bright square with its upper left corner there. */
export function spotImage(seed: number, at?: readonly [row: number, column: number]): Volume {
  const noise = seededVolume([imageSide, imageSide, 1], seed);
  const image = new Volume(
    noise.shape,
    Float32Array.from(noise.data, (x) => Math.abs(x) / 4),
  );
  if (at === undefined) return image;
  for (let y = 0; y < spotSide; y++) {
    const start = (at[0] + y) * imageSide + at[1];
    image.data.fill(1, start, start + spotSide);
  }
  return image;
}

/** A network that has learned which images have a bright square somewhere (class 1): the square decides. */
export async function spotModel(engine: EngineName): Promise<LayersModel> {
  const { layers, initializers } = tfjs;
  const conv = (name: string, filters: number, seed: number) => ({
    name,
    filters,
    kernelSize: 3,
    padding: 'same' as const,
    activation: 'relu' as const,
    kernelInitializer: initializers.heNormal({ seed }),
  });
  const model = tfjs.sequential({
    layers: [
      layers.conv2d({ ...conv('conv1', 6, 1), inputShape: [imageSide, imageSide, 1] }),
      layers.maxPooling2d({ name: 'pool', poolSize: 2 }),
      layers.conv2d(conv('conv2', 8, 2)),
      layers.globalAveragePooling2d({ name: 'mean' }),
      layers.dense({
        name: 'classes',
        units: 2,
        activation: 'softmax',
        kernelInitializer: initializers.glorotUniform({ seed: 3 }),
      }),
    ],
  });
  const count = 160;
  const images = Volume.zeros([count, imageSide, imageSide, 1], 'float32');
  const labels = Array.from({ length: count }, (_, i) => i % 2);
  for (const [i, label] of labels.entries()) {
    const places = imageSide - spotSide + 1;
    const at = [(i * 7) % places, (i * 5) % places] as const;
    const { data, size } = spotImage(i, label === 1 ? at : undefined);
    images.data.set(data, i * size);
  }
  await train(asModel(model), { images, labels }, { epochs: 30, batchSize: 16, learningRate: 0.02, progress: false, engine }); // prettier-ignore
  return asModel(model);
}
