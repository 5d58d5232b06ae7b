import { Volume } from '../../volume/volume';
import type { Bitmap } from './jimp';

/** What becomes of transparency: laid over white, left out, or kept as a fourth channel. */
export type AlphaMode = 'white' | 'drop' | 'keep';

export const alphaModes: readonly AlphaMode[] = ['white', 'drop', 'keep'];

/** Red, green, blue, alpha bytes to a float32 Volume of three channels, or four with `'keep'`. */
export function layAlpha(bitmap: Bitmap, mode: AlphaMode): Volume {
  const { width, height, data: rgba } = bitmap;
  const channels = mode === 'keep' ? 4 : 3;
  const { data } = Volume.zeros([height, width, channels], 'float32');
  for (let pixel = 0; pixel < width * height; pixel++) {
    const opacity = mode === 'white' ? (rgba[pixel * 4 + 3] as number) / 255 : 1;
    for (let channel = 0; channel < channels; channel++) {
      const colour = rgba[pixel * 4 + channel] as number;
      data[pixel * channels + channel] = Math.round(opacity * colour + (1 - opacity) * 255);
    }
  }
  return new Volume([height, width, channels], data);
}
