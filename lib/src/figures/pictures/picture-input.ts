import { impossible, shapeText } from '../../errors';
import { Volume } from '../../volume/volume';
import { toChannels, toMatrix, type ImageInput, type MatrixInput } from '../matrix-input';

/** A picture as students have it: grey, [height, width] (or 1 channel), or in colours, 3 channels. */
export type PictureInput = MatrixInput | ImageInput;

/**
 * A picture ready to be shown, float32, 0 to 255.
 *
 * @param input grey or in colours; 0 to 255, or 0 to 1 when no value is above 1
 * @param what how an error names it: « l'image »
 * @returns [height, width] or [height, width, 3]
 * @throws RangeError when it has another shape
 */
export function toPicture(input: PictureInput, what = "l'image"): Volume {
  const image = asVolume(input, what);
  const isUnit = image.data.every((value) => value <= 1);
  const shown = Volume.zeros(image.shape, 'float32');
  shown.data.set(isUnit ? image.data.map((value) => value * 255) : image.data);
  return shown;
}

function asVolume(input: PictureInput, what: string): Volume {
  const first = input instanceof Volume ? undefined : input[0]?.[0];
  const isGrey =
    input instanceof Volume
      ? input.rank === 2 || (input.rank === 3 && input.shape[2] === 1)
      : typeof first === 'number';
  if (isGrey) return Volume.from(toMatrix(input as MatrixInput, what));
  const channels = toChannels(input as ImageInput, what);
  if (channels.length !== 3) {
    const [red = []] = channels;
    const shape = [red.length, red[0]?.length ?? 0, channels.length];
    throw new RangeError(
      impossible(
        `dessiner ${what}`,
        `une image grise ou de 3 canaux était attendue mais sa forme est ${shapeText(shape)}`,
        'donnez [hauteur, largeur] ou [hauteur, largeur, 3], par exemple ce que readImage a rendu',
      ),
    );
  }
  if (input instanceof Volume) return input;
  return Volume.from(input);
}
