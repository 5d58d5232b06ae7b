import { draw, seededRandom } from '../data/random';
import { Volume, type DType } from '../volume/volume';

export interface SeededOptions {
  dtype?: DType;
  /** All different, none nearer than 1/16 to another or 1/32 to 0: for what has a kink or a maximum. */
  apart?: boolean;
}

/**
 * Numbers that look random and are the same for the same seed: sixteenths from -2 to 2.
 *
 * Sixteenths, because products and sums of thousands of them are exact in float32 too, in any
 * order: what is computed elsewhere can be compared to the last digit.
 */
export function seededVolume(
  shape: readonly number[],
  seed: number,
  { dtype = 'float64', apart = false }: SeededOptions = {},
): Volume {
  const volume = Volume.zeros(shape, dtype);
  const random = seededRandom(seed);
  if (apart) {
    const order = draw(volume.size, volume.size, random);
    const middle = Math.floor(volume.size / 2);
    order.forEach((rank, i) => (volume.data[i] = (rank - middle + 0.5) / 16));
  } else {
    for (let i = 0; i < volume.size; i++) volume.data[i] = Math.floor(random() * 65) / 16 - 2;
  }
  return volume;
}
