import { Volume } from '../../volume/volume';
import { extent } from '../paint/numbers';

/**
 * An image that a model reads, as something to look at.
 *
 * @param image `[height, width, channels]`: 0 to 1, 0 to 255, or of any range once it is normalised
 * @returns 0 to 255, `[height, width, 3]` or, grey, `[height, width]`: the mean where it has other channels than 3
 */
export function shownImage(image: Volume): Volume {
  const [height = 1, width = 1, channels = 1] = image.shape;
  const [low, high] = extent([[...image.data]]);
  const [from, to] = low < 0 || high > 255 ? [low, high] : [0, high <= 1 ? 1 : 255];
  const level = (value: number): number => (255 * (value - from)) / (to - from || 1);
  if (channels === 3) return new Volume(image.shape, Float32Array.from(image.data, level));
  const grey = Volume.zeros([height, width], 'float32');
  for (const [i, value] of image.data.entries()) {
    grey.data[Math.floor(i / channels)]! += level(value) / channels;
  }
  return grey;
}

/** The image lies under the map as on tracing paper: its black is this level. */
const palest = 130;

/**
 * The image in pale grey with a map over it: the further a number is from 0, the more its colour covers.
 *
 * @param shown what {@link shownImage} gave
 * @param heat `[height, width]`, as large as the image
 * @param colourOf the colour of a number, and how much it covers, 0 to 1
 * @returns `[height, width, 3]`, 0 to 255
 */
export function overlay(
  shown: Volume,
  heat: Volume,
  colourOf: (value: number) => { colour: readonly number[]; cover: number },
): Volume {
  const [height = 1, width = 1, channels = 1] = shown.shape;
  const result = Volume.zeros([height, width, 3], 'float32');
  for (const [i, value] of heat.data.entries()) {
    const { colour, cover } = colourOf(value);
    let grey = 0;
    for (let c = 0; c < channels; c++) grey += shown.data[i * channels + c]! / channels;
    const pale = palest + (grey * (255 - palest)) / 255;
    for (const [c, level] of colour.entries()) {
      result.data[3 * i + c] = cover * level + (1 - cover) * pale;
    }
  }
  return result;
}
