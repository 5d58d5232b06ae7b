import { impossible, shapeCode, valueText } from '../errors';
import { Volume } from '../volume/volume';

/**
 * Puts channels together into one image: the reverse of `splitChannels`.
 *
 * @param channels one or more of `[height, width]`, all of the same shape, any range
 * @returns a copy, `[height, width, channels]`; float32 if all of them are, else float64
 * @throws RangeError when there is none, or one has another shape than the first
 *
 * @example
 * ```ts
 * const red = Volume.from([[255, 30]]);
 * const black = Volume.zeros([1, 2]);
 * mergeChannels([red, black, black]).toNested(3); // => [[[255, 0, 0], [30, 0, 0]]]
 * ```
 */
export function mergeChannels(channels: readonly Volume[]): Volume {
  const [first] = channels;
  if (first === undefined) {
    throw refusal(
      `la liste des canaux est ${valueText(channels)}`,
      'donnez au moins un canal, par exemple ceux de splitChannels(image)',
    );
  }
  const [height = 0, width = 0] = first.shape;
  for (const [place, { rank, shape }] of channels.entries()) {
    if (rank === 2 && shape[0] === height && shape[1] === width) continue;
    throw refusal(
      place === 0
        ? `la forme du premier canal est ${shapeCode(shape)} mais il faut [hauteur, largeur]`
        : `la forme du canal ${place} est ${shapeCode(shape)} mais celle du premier est ${shapeCode(first.shape)}`,
      'donnez des canaux [hauteur, largeur] de même taille',
    );
  }
  const dtype = channels.every((one) => one.dtype === 'float32') ? 'float32' : 'float64';
  const image = Volume.zeros([height, width, channels.length], dtype);
  for (const [channel, { data }] of channels.entries()) {
    for (let pixel = 0; pixel < data.length; pixel++) {
      image.data[pixel * channels.length + channel] = data[pixel] as number;
    }
  }
  return image;
}

function refusal(found: string, next: string): RangeError {
  return new RangeError(impossible('assembler les canaux en une image', found, next));
}
