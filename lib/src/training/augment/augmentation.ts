import { seededRandom } from '../../data/random';
import { impossible, valueText } from '../../errors';
import { mix } from '../shuffle';
import type { ImageChange } from './augment-image';

/** How much images may be changed; what is left out stays. */
export interface AugmentationOptions {
  /** Half of the images are mirrored, left to right. Default false. */
  flip?: boolean;
  /** The smallest side of the window that is kept, by that of the image: 0.8 keeps 80 to 100 %. Default 1. */
  crop?: number;
  /** The largest shift in each direction, by the side of the image: 0.1 moves by up to a tenth. Default 0. */
  shift?: number;
  /** Numbers are multiplied by 1 minus to 1 plus this. Default 0. */
  brightness?: number;
  /** Draws the changes. Default: the training's. */
  seed?: number;
}

/** Draws how each image is changed in each epoch; made by `augmentation`, taken by `train`. */
export class Augmentation {
  /** What it may do, nothing left out but the seed. */
  readonly options: Readonly<Required<Omit<AugmentationOptions, 'seed'>> & { seed?: number }>;

  /** @internal */
  constructor({ flip = false, crop = 1, shift = 0, brightness = 0, seed }: AugmentationOptions) {
    checkPart('crop', crop, crop > 0 && crop <= 1, 'au-dessus de 0 et jusqu’à 1', '0.8');
    checkPart('shift', shift, shift >= 0 && shift < 1, 'de 0 à 1 exclu', '0.1');
    checkPart('brightness', brightness, brightness >= 0 && brightness < 1, 'de 0 à 1 exclu', '0.2');
    if (seed !== undefined) checkPart('seed', seed, Number.isSafeInteger(seed), 'entier', '1');
    this.options = { flip, crop, shift, brightness, ...(seed === undefined ? {} : { seed }) };
  }

  /**
   * The change of one image in one epoch. It hangs on nothing else: not on the batch, the engine, or what was drawn before.
   *
   * @param size `[height, width, …]` of the image
   * @param epoch from 0
   * @param sample place of the image in its data set, from 0
   * @param seed where the options have none. Default 1
   */
  draw(size: readonly number[], epoch: number, sample: number, seed = 1): ImageChange {
    const { flip, crop, shift, brightness } = this.options;
    const random = seededRandom(mix(mix(this.options.seed ?? seed, epoch), sample));
    // All are drawn, used or not: one option more leaves what the others do as it was.
    const [mirror, part, y, x, down, right, light] = Array.from({ length: 7 }, random) as [number, number, number, number, number, number, number]; // prettier-ignore
    const [height = 1, width = 1] = size;
    const kept = 1 - part * (1 - crop);
    const window = { height: kept * height, width: kept * width };
    // Never -0.
    const away = (drawn: number, side: number): number =>
      Math.round((2 * drawn - 1) * shift * side) + 0;
    return {
      crop: { top: y * (height - window.height), left: x * (width - window.width), ...window },
      flip: flip && mirror < 0.5,
      shift: [away(down, height), away(right, width)],
      brightness: 1 + (2 * light - 1) * brightness,
    };
  }
}

/**
 * Changes that leave an image what it is, drawn anew in each epoch: `train(model, data, { augment })` never shows the
 * network the same image twice. What is validated with stays as it is.
 *
 * @throws RangeError when a part makes no sense
 *
 * @example
 * ```ts
 * const augment = augmentation({ flip: true, shift: 0.1 });
 * const change = augment.draw([20, 20], 0, 7);
 * Math.max(...change.shift!.map(Math.abs)) <= 2; // => true
 * augment.draw([20, 20], 0, 7); // => change
 * ```
 */
export function augmentation(options: AugmentationOptions = {}): Augmentation {
  return new Augmentation(options);
}

function checkPart(
  what: string,
  value: number,
  right: boolean,
  wanted: string,
  example: string,
): void {
  if (right) return;
  throw new RangeError(
    impossible(
      'préparer l’augmentation des images',
      `${what} vaut ${valueText(value)} mais il faut un nombre ${wanted}`,
      `donnez par exemple ${what}: ${example}`,
    ),
  );
}
