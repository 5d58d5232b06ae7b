import { Volume } from '../../volume/volume';
import type { Batch } from '../learner';
import { writeChanged } from './augment-image';
import type { Augmentation } from './augmentation';

/** The same samples, each changed as is drawn for this epoch: a small data set of their own. */
export function augmentBatch(
  { samples, places }: Batch,
  augmentation: Augmentation,
  epoch: number,
  seed: number,
): Batch {
  const { inputShape, labels } = samples;
  const { data, dtype } = samples.inputs;
  const inputs: Volume = Volume.zeros([places.length, ...inputShape], dtype);
  const size = inputs.size / places.length;
  for (const [i, place] of places.entries()) {
    const change = augmentation.draw(inputShape, epoch, place, seed);
    const image = data.subarray(place * size, (place + 1) * size);
    writeChanged(inputs.data.subarray(i * size, (i + 1) * size), image, inputShape, change);
  }
  return {
    samples: {
      inputs,
      labels: Array.from(places, (place) => labels[place]!),
      count: places.length,
      inputShape,
    },
    places: places.map((_, i) => i),
  };
}
