import { crop } from '../../images/crop';
import type { Volume } from '../../volume/volume';

/** The largest square in the middle of a picture, [side, side] or [side, side, channels]. */
export function middleSquare(image: Volume): Volume {
  const [height = 1, width = 1] = image.shape;
  const side = Math.min(height, width);
  const top = Math.floor((height - side) / 2);
  const left = Math.floor((width - side) / 2);
  return crop(image, { top, left, height: side, width: side });
}
