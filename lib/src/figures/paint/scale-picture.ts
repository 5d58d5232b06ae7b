import { colourAt, type ColourScale } from './colours';
import { pngDataUri } from './png';

/** Steps of a scale in a picture: finer than eyes tell apart, and odd, so that one is the middle. */
const levels = 255;

/**
 * A matrix as a picture, a `data:` address of a PNG file.
 *
 * @param values [height, width]; `null` is white
 * @param range values at the ends of the scale; those beyond get the end's colour
 * @param enlarge pixels a side for each value, 1 by default
 */
export function scalePicture(
  values: readonly (readonly (number | null)[])[],
  scale: ColourScale,
  [low, high]: readonly [number, number],
  enlarge = 1,
): string {
  const last = levels - 1;
  const levelOf = (value: number | null): number => {
    if (value === null) return levels;
    const position = high === low ? 0.5 : (value - low) / (high - low);
    return Math.round(last * Math.min(1, Math.max(0, Number.isFinite(position) ? position : 0)));
  };
  const colours = Array.from({ length: levels }, (_, level) => colourAt(scale, level / last));
  const pixels = values.map((row) => row.map(levelOf));
  return pngDataUri(pixels, [...colours, [255, 255, 255]], enlarge);
}
